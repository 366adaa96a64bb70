/** What stops a start and has a known cause: its sentence is for the person, and no stack is shown. */
export class PanneDeDemarrage extends Error {
  declare private readonly nominale: true;
  override name = 'PanneDeDemarrage';
}

export type Progres = (phrase: string) => void;
