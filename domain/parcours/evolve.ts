import { ENGAGEMENT_NEUF } from '../engagement/engagement';
import { evolveEngagement } from '../engagement/evolve-engagement';
import { evolveManquements } from '../obligations/evolve-manquements';
import { evolvePauses } from '../pauses/evolve-pauses';
import { evolveRendezVous } from '../rendez-vous/evolve-rendez-vous';
import { evolveReponses } from '../reponses/evolve-reponses';
import { clePeriode, type Periode } from '../rendez-vous/rendez-vous';
import { jourAt } from '../temps/heure-locale';
import type { FaitDe, FaitInscrit } from './faits';
import { FORME } from './forme';
import type { Contrat, Mois, Parcours } from './parcours';

/** The state before anything: only `parcours_ouvert` may follow. */
export function evolve(avant: Parcours | null, inscrit: FaitInscrit, id: string): Parcours {
  const { fait } = inscrit;
  if (fait.type === 'parcours_ouvert') return ouvre(id, inscrit, fait);
  // A journal always begins with its opening: the registre refuses any other (unique rang, under the lock).
  // oxlint-disable-next-line typescript/no-non-null-assertion -- the domain does not throw, and no journal begins otherwise
  const p = avant!;
  const change = changes(p, inscrit);
  const echues = change.echues ?? p.echues;
  return {
    ...p,
    ...change,
    rang: inscrit.rang,
    dernierFaitA: inscrit.a,
    rendezVous: evolveRendezVous(p.rendezVous, inscrit),
    manquements: evolveManquements(p.manquements, inscrit),
    reponses: evolveReponses(p.reponses, inscrit),
    pauses: evolvePauses(p.pauses, inscrit, p.zone),
    engagement: evolveEngagement(p.engagement, inscrit, p.zone),
    echues: inscrit.echeance === null ? echues : { ...echues, [inscrit.echeance.cle]: 1 },
  };
}

export function fold(id: string, journal: readonly FaitInscrit[]): Parcours | null {
  return journal.reduce<Parcours | null>((p, inscrit) => evolve(p, inscrit, id), null);
}

function ouvre(id: string, { rang, a }: FaitInscrit, fait: FaitDe<'parcours_ouvert'>): Parcours {
  return {
    id,
    forme: FORME,
    rang,
    dernierFaitA: a,
    dispositif: fait.dispositif,
    editions: [{ dispositif: fait.dispositif, du: jourAt(a, fait.zone) }],
    precedentId: fait.precedentId ?? null,
    suivantId: null,
    structureId: fait.structureId,
    zone: fait.zone,
    beneficiaireId: fait.beneficiaireId,
    ouvertA: a,
    ...(fait.silencieuse !== undefined && { ouvertureSilencieuse: fait.silencieuse }),
    soumisAuxObligations: fait.soumisAuxObligations,
    orientation: { rang: 1, notifieeLe: fait.orientationNotifieeLe, connueLe: jourAt(a, fait.zone) },
    referent: null,
    remplacements: [],
    contrat: null,
    rendezVous: [],
    planifications: {},
    mois: {},
    bilans: [],
    contacts: [],
    emplois: [],
    pauses: [],
    plafondAtteintA: null,
    prolongations: [],
    manquements: [],
    engagement: { ...ENGAGEMENT_NEUF, publics: fait.publics ?? null },
    reponses: [],
    lettres: {},
    echues: {},
    sortie: null,
    decesSignale: null,
    suiviSortie: { demandeLe: null, reponse: null },
  };
}

/** What a fait changes in the parcours itself; appointments and ladders evolve in their own folders. */
function changes(p: Parcours, { fait, a }: FaitInscrit): Partial<Parcours> {
  switch (fait.type) {
    case 'orientation_notifiee':
    case 'orientation_corrigee': {
      const { notifieeLe } = fait;
      return { orientation: { rang: p.orientation.rang + 1, notifieeLe, connueLe: jourAt(a, p.zone) } };
    }
    case 'referent_designe':
      return { referent: { id: fait.referentId, depuisA: a, rang: 1, avant: null } };
    case 'referent_change':
      return {
        referent: { id: fait.referentId, depuisA: a, rang: (p.referent?.rang ?? 0) + 1, avant: fait.de },
        // Who stood in stood in for the other one.
        remplacements: [],
      };
    case 'remplacement_prevu': {
      const { remplacementId: id, referentId, du, au } = fait;
      return { remplacements: [...p.remplacements, { id, referentId, du, au }] };
    }
    case 'remplacement_annule':
      return { remplacements: p.remplacements.filter((r) => r.id !== fait.remplacementId) };
    case 'contrat_signe':
      return { contrat: { revision: 1, signeLe: fait.signeLe, enregistreA: a } };
    case 'contrat_corrige':
      return p.contrat === null ? {} : recounts(p, { ...p.contrat, signeLe: fait.signeLe });
    case 'bilan_corrige':
      return {
        bilans: p.bilans.map((b) => (b.rang === fait.bilan ? { ...b, tenuLe: fait.tenuLe } : b)),
      };
    case 'echeances_abandonnees':
      return { echues: { ...p.echues, ...Object.fromEntries(fait.cles.map((cle) => [cle, 1 as const])) } };
    case 'rendez_vous_planifie':
      return fait.periode === null ? {} : essai(p, fait.periode, a, null);
    case 'creneau_introuvable':
      return essai(p, fait.periode, a, fait);
    case 'mois_compte':
      return { mois: { ...p.mois, [fait.mois]: moisOf(fait) } };
    case 'mois_rouvert':
      return { mois: sans(p.mois, String(fait.mois)) };
    case 'plafond_recule':
      return { plafondAtteintA: null };
    case 'bilan_realise':
      return {
        bilans: [...p.bilans, { rang: fait.bilan, tenuLe: fait.tenuLe, orientation: fait.orientation }],
      };
    case 'plafond_atteint':
      return { plafondAtteintA: a };
    case 'parcours_prolonge':
      return {
        plafondAtteintA: null,
        prolongations: [
          ...p.prolongations,
          { jusquAu: fait.jusquAu, le: jourAt(a, p.zone), pausesConnues: p.pauses.length },
        ],
      };
    case 'contact_enregistre':
      return { contacts: [...p.contacts, { le: fait.le, moyen: fait.moyen }] };
    case 'emploi_commence': {
      const { emploi: rang, debutLe, genre, finPrevueLe } = fait;
      return { emplois: [...p.emplois, { rang, debutLe, genre, finPrevueLe, finLe: null }] };
    }
    case 'emploi_fini':
      return { emplois: p.emplois.map((e) => (e.rang === fait.emploi ? { ...e, finLe: fait.le } : e)) };
    case 'lettre_a_faire':
      return { lettres: { ...p.lettres, [fait.courrielCle]: lettreOf(fait, a) } };
    case 'remise_constatee':
      return { lettres: sans(p.lettres, fait.courrielCle) };
    case 'parcours_clos':
      return { sortie: { motif: fait.motif, classe: fait.classe, le: fait.le, emploi: fait.emploi } };
    case 'deces_signale':
      return { decesSignale: { a, depuisId: fait.depuisId } };
    case 'deces_dementi':
      return { decesSignale: null };
    case 'parcours_reoriente':
      return { suivantId: fait.suivantId };
    case 'edition_changee':
      return {
        dispositif: fait.dispositif,
        editions: [...p.editions, { dispositif: fait.dispositif, du: fait.le }],
      };
    case 'suivi_demande':
      return fait.fois === 1 ? { suiviSortie: { ...p.suiviSortie, demandeLe: jourAt(a, p.zone) } } : {};
    case 'personne_effacee':
      return { effaceeLe: jourAt(a, p.zone) };
    case 'suivi_enregistre':
      return { suiviSortie: { ...p.suiviSortie, reponse: { situation: fait.situation, le: fait.le } } };
    default:
      return {};
  }
}

/** R32 — all that the wrong anchor had counted is forgotten; tries keep their number, because a clé serves once. */
function recounts(p: Parcours, contrat: Contrat): Partial<Parcours> {
  const planifications = Object.entries(p.planifications).map(
    ([cle, x]) => [cle, cle === 'accueil' ? x : { ...x, echec: false, signaleLe: null }] as const,
  );
  return {
    contrat: { ...contrat, revision: contrat.revision + 1 },
    mois: {},
    planifications: Object.fromEntries(planifications),
    plafondAtteintA: null,
  };
}

function essai(
  p: Parcours,
  periode: Periode,
  a: FaitInscrit['a'],
  echec: { signale: boolean } | null,
): Partial<Parcours> {
  const cle = clePeriode(periode);
  const connue = p.planifications[cle];
  return {
    planifications: {
      ...p.planifications,
      [cle]: {
        essais: (connue?.essais ?? 0) + 1,
        dernierEssaiA: a,
        echec: echec !== null,
        signaleLe: echec?.signale === true ? jourAt(a, p.zone) : (connue?.signaleLe ?? null),
      },
    },
  };
}

function moisOf(fait: FaitDe<'mois_compte'>): Mois {
  return fait.issue === 'manque' ? { issue: 'manque', cause: fait.cause } : { issue: fait.issue };
}

function lettreOf(fait: FaitDe<'lettre_a_faire'>, depuis: FaitInscrit['a']): Parcours['lettres'][string] {
  return { modele: fait.modele, raison: fait.raison, depuis, rendezVousId: fait.rendezVousId };
}

function sans<T>(table: Readonly<Record<string, T>>, cle: string): Record<string, T> {
  return Object.fromEntries(Object.entries(table).filter(([c]) => c !== cle));
}
