import type { Instant } from '../../domain/temps/instant';
import { jourAt } from '../../domain/temps/heure-locale';
import type { Monde } from '../oracle/monde';
import type { GesteEcrit } from '../oracle/histoire';

/** What the demonstration says while it walks: a bar on a terminal, a line from time to time otherwise. */
export type Chronique = {
  readonly phrase: (texte: string) => void;
  readonly avance: (a: Instant, faits: number, total: number) => void;
};

const PAS_SANS_TERMINAL_MS = 5_000;

export function createChronique(sortie: NodeJS.WriteStream): Chronique {
  const debut = Date.now();
  let derniere = 0;
  return {
    phrase(texte) {
      if (sortie.isTTY) sortie.write('\r\u001b[2K');
      sortie.write(`${texte}\n`);
    },
    avance(a, faits, total) {
      const part = total === 0 ? 1 : faits / total;
      const secondes = Math.round((Date.now() - debut) / 1000);
      const texte = `${jourDit(a)}  ${String(Math.round(part * 100)).padStart(3)} %  ${secondes} s`;
      if (sortie.isTTY) {
        const barre = '█'.repeat(Math.round(part * 30)).padEnd(30, '░');
        sortie.write(`\r\u001b[2K${barre} ${texte}`);
      } else if (Date.now() - derniere > PAS_SANS_TERMINAL_MS) {
        derniere = Date.now();
        sortie.write(`  … ${texte}\n`);
      }
    },
  };
}

export function jourDit(a: Instant): string {
  return jourAt(a, 'metropole').split('-').reverse().join('/');
}

const GESTES = {
  recordOrientation: 'nouvelle orientation notifiée : un nouveau mois pour signer',
  correctOrientation: 'le jour de l’orientation est corrigé',
  signContrat: 'le contrat est signé',
  recordBilan: 'un bilan est enregistré',
  prolongParcours: 'le parcours est prolongé, par décision d’une personne',
  confirmSignalement: 'le référent confirme le signalement',
  cancelRendezVous: 'la personne annule son rendez-vous',
  exitParcours: 'sortie du parcours',
  changeReferent: 'le parcours change de référent',
  correctStatut: 'une présence notée par erreur est corrigée',
  pauseParcours: 'le parcours est mis en pause',
  resumeParcours: 'le parcours reprend',
  recordMotif: 'la personne donne un motif',
  recordRemobilisation: 'la personne a repris : le manquement est clos',
  recordTransmission: 'le second signal est transmis',
  recordSuivi: 'la situation après la sortie est enregistrée',
  reorientParcours: 'réorientation : ce parcours se clôt, le suivant s’ouvre',
  addEtape: 'une étape est convenue, avec ses dates et son partenaire',
  moveEtape: 'une étape change de dates',
  recordEmploi: 'un emploi commence',
  recordFinEmploi: 'l’emploi n’a pas tenu : l’accompagnement reprend',
  reviseContrat: 'le contrat est révisé',
  correctContrat: 'une date de signature fausse est corrigée',
  recordPointLegal: 'le point légal est tenu',
  moveEdition: 'le parcours passe à l’édition suivante, par décision d’une personne',
} as const satisfies Partial<Record<GesteEcrit['demande']['type'], string>>;

const QUALIFICATIONS = {
  sans_reponse: 'le référent constate l’absence de réponse : première relance',
  non_legitime: 'le motif n’est pas retenu : première relance',
  legitime: 'le motif est légitime : le manquement est levé',
} as const;

/** Only what a reader would tell: presences are recorded in silence, but for absences. */
export function gesteDit({ a, vie, demande }: GesteEcrit): string | null {
  const absence = demande.type === 'recordStatut' && demande.statut !== 'honore';
  const texte = absence
    ? `rendez-vous n° ${demande.rendezVousId} : ${demande.statut === 'absent' ? 'absence' : 'absence excusée'}`
    : demande.type === 'qualifyMotif'
      ? QUALIFICATIONS[demande.qualification]
      : demande.type === 'recordEtape'
        ? `étape n° ${demande.etape} ${demande.issue === 'atteinte' ? 'atteinte' : 'abandonnée'}`
        : demande.type in GESTES
          ? GESTES[demande.type as keyof typeof GESTES]
          : null;
  return texte === null ? null : `${jourDit(a)}  ${vie.padEnd(14)}  ${texte}`;
}

/** The closing table: échéances honoured, mails by kind, escalations, life by life. */
export function tableau(m: Monde, titres: ReadonlyMap<string, string>): string {
  const lignes = [...m.parcours].map(([id, { journal }]) => {
    const siens = m.courriels.filter((c) => c.parcoursId === id);
    const escalades = journal.filter((f) => f.echeance?.cle.includes(':escalade:') === true).length;
    return [
      (titres.get(id) ?? id).padEnd(15),
      String(journal.filter((f) => f.echeance !== null).length).padStart(9),
      String(siens.filter((c) => c.modele === 'convocation').length).padStart(12),
      String(siens.filter((c) => c.modele === 'rappel').length).padStart(7),
      String(siens.filter((c) => !['convocation', 'rappel'].includes(c.modele)).length).padStart(7),
      String(escalades).padStart(9),
    ].join('  ');
  });
  const recapitulatifs = m.courriels.filter((c) => c.modele === 'recapitulatif').length;
  return [
    'vie              échéances  convocations  rappels  autres  escalades',
    ...lignes,
    `Récapitulatifs du matin : ${recapitulatifs}. Courriels en tout : ${m.courriels.length}.`,
  ].join('\n');
}
