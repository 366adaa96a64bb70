/** Named places where a test may kill the process, to prove that nothing is lost and nothing happens twice. */
export type NomDePoint =
  | 'avant_commit'
  | 'apres_commit'
  | 'entre_deux_ouvertures'
  | 'apres_smtp'
  | 'continue_as_new'
  | 'entre_signal_et_suppression';

export type Point = (nom: NomDePoint) => Promise<void>;

export const aucunPoint: Point = () => Promise.resolve();
