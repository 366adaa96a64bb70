export { accompagnement } from './accompagnement';
export { importation } from './importation';
export { matinee } from './matinee';
export { purge } from './purge';
export { reconciliation } from './reconciliation';
export { transfert } from './transfert';
