/** The file itself cannot be read, whatever its rows say: one sentence, for whoever sent it. */
export class FichierIllisible extends Error {
  declare private readonly nominale: true;
}
