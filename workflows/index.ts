export { accompagnement } from './accompagnement';
export { matinee } from './matinee';
export { reconciliation } from './reconciliation';
export { transfert } from './transfert';
