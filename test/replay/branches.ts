import { recitOf, typeOf, type Histoire } from './recit';

const lit = (type: string, motif: RegExp) => (h: Histoire) => typeOf(h) === type && motif.test(recitOf(h));
const accompagne = (motif: RegExp) => lit('accompagnement', motif);

const HONORE = String.raw`locale:(?!lookAt)\w+`;

/** Every branch that a workflow of the house can take, and the words that only this branch writes in a history. */
export const BRANCHES = {
  // The duties that the histories of the other branches may lack.
  'statut-demande': accompagne(/locale:askStatut/),
  'bilan-annonce': accompagne(/locale:triggerBilan/),
  'plafond-annonce': accompagne(/locale:enforcePlafond/),
  'manquement-escalade': accompagne(/locale:escalateManquement/),
  'pause-tenue': accompagne(/locale:keepPause/),
  'point-legal': accompagne(/locale:triggerPointLegal/),
  'engagement-demande': accompagne(/locale:askEngagement/),
  'fenetre-annoncee': accompagne(/locale:announceFenetre/),
  'suivi-de-sortie': accompagne(/locale:askSuiviSortie/),
  'silence-demande': accompagne(/locale:askSilence/),
  'emploi-suivi': accompagne(/locale:followEmploi/),
  // How it waits: workflows/patience.ts.
  'minuterie-echue': accompagne(new RegExp(`minuterie echue ${HONORE}`)),
  'deja-due': accompagne(new RegExp(`locale:lookAtParcours (attributs:\\S+ )?${HONORE}`)),
  'trop-tot-sieste': accompagne(new RegExp(`minuterie:sieste echue ${HONORE} minuterie:sieste`)),
  'signal-pendant-l-attente': accompagne(/minuterie signal arretee locale:lookAtParcours/),
  'signal-avant-l-attente': accompagne(/signal faite:(?!sendCourriels)\w+ locale:lookAtParcours/),
  'minuterie-gardee': accompagne(
    /minuterie faite:sendCourriels locale:lookAtParcours (attributs:\S+ )?signal/,
  ),
  'minuterie-remplacee': accompagne(
    /signal locale:lookAtParcours (locale:\w+ |attributs:\S+ |ordinaire:\w+ )*minuterie arretee/,
  ),
  'sans-minuterie': lit('matinee', /locale:lookAtMatinee (attributs:\S+ )?signal locale:lookAtMatinee/),
  // The mails, beside the loop.
  'courriel-a-cote': accompagne(/ordinaire:sendCourriels (locale:\w+ |attributs:\S+ )*minuterie/),
  'courriel-parti': accompagne(/minuterie faite:sendCourriels arretee locale:lookAtParcours/),
  'envoi-abandonne': accompagne(/echec:sendCourriels/),
  renvoi: accompagne(/minuterie:renvoi echue locale:lookAtParcours/),
  'sortie-puis-renvoi': accompagne(/attributs:clos .*minuterie:renvoi .*fin$/),
  // Run after run.
  'nouveau-run': accompagne(/(echue|locale:\w+|attributs:\S+) releve$/),
  'nouveau-run-de-messages': accompagne(/signal arretee releve$/),
  'suite-d-un-run': accompagne(/^suite locale:lookAtParcours/),
  sortie: accompagne(/^(?!.*minuterie:renvoi).*fin$/),
  annulation: accompagne(/annule$/),
  // workflows/tenacite.ts: a local activity that fails goes on as a regular one.
  'repli-du-regard': accompagne(/locale-echouee:lookAtParcours (attributs:\S+ )?ordinaire:lookAtParcours/),
  'repli-du-devoir': accompagne(/locale-echouee:(?!lookAt)(\w+) (attributs:\S+ )?ordinaire:\1/),
  // The others.
  transfert: lit('transfert', /locale:transferParcours .*locale:concludeTransfert .*fin$/),
  importation: lit(
    'importation',
    /locale:admitPersonnes .*locale:openParcoursDus .*locale:concludeImport .*fin$/,
  ),
  purge: lit('purge', /locale:erasePersonne .*locale:concludePurge .*fin$/),
  'matinee-recapitulatif': lit('matinee', /locale:sendRecapitulatifs .*ordinaire:sendCourriels/),
  reconciliation: lit('reconciliation', /ordinaire:reconcileParcours faite:reconcileParcours fin$/),
} as const satisfies Record<string, (h: Histoire) => boolean>;
export type Branche = keyof typeof BRANCHES;

/** Each kind of échéance has its own activity: all of them appear in what was recorded. */
export const DEVOIRS = [
  'scheduleRendezVous',
  'sendRappel',
  'askStatut',
  'recordMois',
  'askContrat',
  'triggerBilan',
  'enforcePlafond',
  'keepPause',
  'triggerPointLegal',
  'askEngagement',
  'announceFenetre',
  'askSuiviSortie',
  'askSilence',
  'followEmploi',
  'escalateManquement',
];
