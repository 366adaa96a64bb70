import type { Instant } from '../../domain/temps/instant';
import { jourAt } from '../../domain/temps/heure-locale';
import type { CivilDate } from '../../domain/temps/jour';
import type { Monde } from '../oracle/monde';
import type { GesteEcrit, Passation } from '../oracle/histoire';
import type { TransfertLu } from './passation';

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
  return aLEnvers(jourAt(a, 'metropole'));
}

function aLEnvers(le: CivilDate): string {
  return le.split('-').reverse().join('/');
}

const GESTES = {
  openParcours: 'le parcours s’ouvre',
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
function texteDe({ demande }: GesteEcrit): string | null {
  if (demande.type === 'recordStatut' && demande.statut !== 'honore')
    return `rendez-vous n° ${demande.rendezVousId} : ${demande.statut === 'absent' ? 'absence' : 'absence excusée'}`;
  if (demande.type === 'qualifyMotif') return QUALIFICATIONS[demande.qualification];
  if (demande.type === 'recordEtape')
    return `étape n° ${demande.etape} ${demande.issue === 'atteinte' ? 'atteinte' : 'abandonnée'}`;
  return demande.type in GESTES ? GESTES[demande.type as keyof typeof GESTES] : null;
}

/** What is told of each gesture: once for all who do the same that evening in one life, with the last of them. */
export function gestesDits(gestes: readonly GesteEcrit[]): ReadonlyMap<GesteEcrit, string> {
  const ensembles = new Map<string, { dernier: GesteEcrit; texte: string; nombre: number }>();
  for (const geste of gestes) {
    const texte = texteDe(geste);
    if (texte === null) continue;
    const cle = `${geste.a} ${geste.vie} ${texte}`;
    ensembles.set(cle, { dernier: geste, texte, nombre: (ensembles.get(cle)?.nombre ?? 0) + 1 });
  }
  return new Map(
    [...ensembles.values()].map(({ dernier, texte, nombre }) => [
      dernier,
      dit(dernier, nombre === 1 ? texte : `${texte} (${nombre} personnes)`),
    ]),
  );
}

/** R23, R24 — what passed, as the API said it at the end. */
export function passationDite(passation: Passation, { total, deplaces, aReplacer }: TransfertLu): string {
  const { passage } = passation.transfert;
  const quoi =
    passage.genre === 'remplacement'
      ? `congé du ${aLEnvers(passage.du)} au ${aLEnvers(passage.au)}, ${total} parcours confiés à un remplaçant`
      : `départ du référent, ${total} parcours passent à un autre`;
  const restent = aReplacer === 0 ? '' : `, ${aReplacer} à replacer`;
  return dit(passation, `${quoi}, ${deplaces} rendez-vous déplacés${restent}`);
}

function dit({ a, vie }: Pick<GesteEcrit, 'a' | 'vie'>, texte: string): string {
  return `${jourDit(a)}  ${vie.padEnd(14)}  ${texte}`;
}

/** The closing table: échéances honoured, mails by kind, escalations, life by life; people of one life together. */
export function tableau(m: Monde, titres: ReadonlyMap<string, string>): string {
  const vies = new Map<string, string[]>();
  for (const id of m.parcours.keys()) {
    const titre = titres.get(id) ?? id;
    vies.set(titre, [...(vies.get(titre) ?? []), id]);
  }
  const lignes = [...vies].map(([titre, ids]) => {
    const faits = ids.flatMap((id) => m.parcours.get(id)?.journal ?? []);
    const siens = m.courriels.filter((c) => c.parcoursId !== null && ids.includes(c.parcoursId));
    const escalades = faits.filter((f) => f.echeance?.cle.includes(':escalade:') === true).length;
    return [
      (ids.length > 2 ? `${titre} ×${ids.length}` : titre).padEnd(17),
      String(faits.filter((f) => f.echeance !== null).length).padStart(9),
      String(siens.filter((c) => c.modele === 'convocation').length).padStart(12),
      String(siens.filter((c) => c.modele === 'rappel').length).padStart(7),
      String(siens.filter((c) => !['convocation', 'rappel'].includes(c.modele)).length).padStart(7),
      String(escalades).padStart(9),
    ].join('  ');
  });
  const count = (modele: string) => m.courriels.filter((c) => c.modele === modele).length;
  return [
    'vie                échéances  convocations  rappels  autres  escalades',
    ...lignes,
    `Récapitulatifs du matin : ${count('recapitulatif')}, de transfert : ${count('transfert')}. Courriels en tout : ${m.courriels.length}.`,
  ].join('\n');
}
