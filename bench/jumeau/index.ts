export { accompagnement } from './accompagnement';
export { matinee } from '../../workflows/matinee';
export { reconciliation } from '../../workflows/reconciliation';
