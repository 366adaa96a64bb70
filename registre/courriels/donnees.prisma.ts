import type { CourrielVoulu } from '../../domain/courriels/courriel';
import type {
  DonneesCourriel,
  DonneesDe,
  Information,
  PersonneDite,
  RendezVousDit,
  StructureDite,
} from '../../domain/courriels/donnees';
import type { GenreManquement } from '../../domain/obligations/manquement';
import { bilansARealiser, bilansPrevus } from '../../domain/parcours/bilan';
import { findVersion, heuresOf } from '../../domain/engagement/contrat-engage';
import { findEtapeDite, versionOf } from '../../domain/engagement/courriels-engagement';
import { findPointPrevu } from '../../domain/engagement/point-legal';
import { aujourdhui, type Contexte } from '../../domain/parcours/contexte';
import type { Parcours } from '../../domain/parcours/parcours';
import { interlocuteurOf } from '../../domain/parcours/interlocuteur';
import { limiteProlongation, plafondOf } from '../../domain/parcours/plafond';
import { ancreOf } from '../../domain/rendez-vous/rendez-vous';
import { findPause } from '../../domain/pauses/pause';
import type { Jours } from '../../domain/rendez-vous/agenda';
import { estQuestionEcrite, estSuiviAttendu, jourDuSuivi } from '../../domain/parcours/suivi-sortie';
import { remplacementOf } from '../../domain/parcours/lecteur';
import { reporteAuJourOuvre } from '../../domain/temps/calendrier';
import { jourAt } from '../../domain/temps/heure-locale';
import { addJours } from '../../domain/temps/jour';
import type { CodeZone } from '../../domain/temps/zones';
import type { Base } from '../base';
import { horlogeOf, type LigneHorloge } from '../horloge/horloge';
import { contexteOf } from '../journal/lecture.prisma';
import { lecteurOf } from '../salve';

/** What whoever runs Jalons puts in every mail: where pages are, and what is said of the data (R46). */
export type Maison = { readonly apiUrl: string; readonly information: Information };

/** What reaches the reader; the delay of a letter that is printed runs from its delivery. */
export type Acheminement = Maison & { readonly canal: 'courriel' | 'lettre' };

type Referent = {
  readonly id: string;
  readonly prenom: string;
  readonly nom: string;
  readonly courriel: string;
  readonly telephone: string;
  readonly permanences: readonly { readonly id: string; readonly lieu: string | null }[];
};

type LigneDossier = LigneHorloge & {
  etat: Parcours;
  structure: StructureDite & { readonly responsableNom: string; readonly responsableCourriel: string };
  personne: Personne;
};
type Personne = PersonneDite & { readonly courriel: string | null };

const DOSSIER = `
  SELECT p.etat, clock_timestamp() AS reel, h.decalage_ms, h.figee_a, h.version,
    json_build_object('nom', s.nom, 'adresse', s.adresse, 'telephone', s.telephone, 'zone', s.zone,
      'responsableNom', s.responsable_nom, 'responsableCourriel', s.responsable_courriel) AS structure,
    json_build_object('prenom', b.prenom, 'nom', b.nom, 'courriel', b.courriel,
      'telephone', b.telephone, 'adresse', b.adresse) AS personne
  FROM parcours p JOIN structure s ON s.id = p.structure_id JOIN beneficiaire b ON b.id = p.beneficiaire_id, horloge h
  WHERE p.id = $1::uuid AND h.id = 1`;

const EQUIPE = `
  SELECT r.id, r.prenom, r.nom, r.courriel, r.telephone,
    (SELECT coalesce(json_agg(json_build_object('id', x.id, 'lieu', x.lieu)), '[]')
      FROM permanence x WHERE x.referent_id = r.id) AS permanences
  FROM referent r WHERE r.id = ANY($1::uuid[])`;

/** All that a mail of one parcours can name: identity and state as they are now. */
export type Dossier = {
  readonly parcoursId: string;
  readonly p: Parcours;
  readonly ctx: Contexte;
  readonly structure: LigneDossier['structure'];
  readonly personne: Personne;
  readonly equipe: readonly Referent[];
  readonly interlocuteur: Referent | null;
  readonly suivant: StructureDite | null;
};

export async function readDossier(base: Base, parcoursId: string, voulu: CourrielVoulu): Promise<Dossier> {
  const lecteur = lecteurOf(base);
  const [ligne] = await lecteur.read<LigneDossier>({ name: 'dossier', text: DOSSIER, values: [parcoursId] });
  if (ligne === undefined) throw new Error('Le courriel parle d’un parcours inconnu.');
  const { etat: p, structure, personne } = ligne;
  const ctx = contexteOf(p, horlogeOf(ligne), true, null);
  const ids = idsOfEquipe(p);
  const equipe = await lecteur.read<Referent>({ name: 'equipe', text: EQUIPE, values: [ids] });
  const interlocuteurId = interlocuteurOf(p, voulu, aujourdhui(ctx));
  return {
    ...{ parcoursId, p, ctx, structure, personne, equipe },
    interlocuteur: equipe.find((r) => r.id === interlocuteurId) ?? null,
    suivant: await findStructureSuivante(base, p.suivantId),
  };
}

/** What a mail of one parcours says, when it is written. */
export async function readDonnees(
  base: Base,
  parcoursId: string,
  voulu: CourrielVoulu,
  acheminement: Acheminement,
): Promise<DonneesCourriel> {
  return donneesOf(voulu, await readDossier(base, parcoursId, voulu), acheminement);
}

export function donneesOf(
  voulu: CourrielVoulu,
  dossier: Dossier,
  acheminement: Acheminement,
): DonneesCourriel {
  const { parcoursId, p, ctx, structure, personne, equipe, interlocuteur, suivant } = dossier;
  const lieux = new Map(equipe.flatMap((r) => r.permanences.map((x) => [x.id, x.lieu])));
  const noms = new Map(equipe.map((r) => [r.id, nomOf(r)]));
  const commun = {
    ...{ parcoursId, ecritA: ctx.maintenant, structure, personne, information: acheminement.information },
    // A parcours without a référent writes in the name of its manager.
    referent: interlocuteur ?? {
      prenom: '',
      nom: structure.responsableNom,
      telephone: structure.telephone,
      courriel: structure.responsableCourriel,
    },
    lien: `${acheminement.apiUrl}/parcours/${parcoursId}`,
    ancien: equipe.find((r) => r.id === p.referent?.avant) ?? null,
  };
  const rdv = (id: number | null) => findRendezVousDit(p, id, lieux, noms);
  return contenuOf(voulu, p, ctx, commun, rdv, acheminement.canal, structure.responsableNom, suivant);
}

/** R35 — who accompanies from now on. */
async function findStructureSuivante(base: Base, suivantId: string | null): Promise<StructureDite | null> {
  if (suivantId === null) return null;
  const suivant = await base.parcours.findUnique({ where: { id: suivantId }, include: { structure: true } });
  return suivant === null ? null : { ...suivant.structure, zone: suivant.structure.zone as CodeZone };
}

type Commun = Omit<Extract<DonneesCourriel, { modele: 'convocation' }>, 'modele' | 'rendezVous'> & {
  readonly lien: string;
  readonly ancien: DonneesDe<'changement_referent'>['ancien'];
};

/** Every référent whom a mail of this parcours can name: who follows it, who did, who holds its appointments. */
function idsOfEquipe(p: Parcours): readonly string[] {
  const ids = [
    p.referent?.id,
    p.referent?.avant,
    ...p.remplacements.map((r) => r.referentId),
    ...p.rendezVous.map((r) => r.referentId),
  ];
  return [...new Set(ids.filter((id) => id != null))];
}

function contenuOf(
  voulu: CourrielVoulu,
  p: Parcours,
  ctx: Contexte,
  commun: Commun,
  rdv: (id: number | null) => RendezVousDit | null,
  canal: Acheminement['canal'],
  responsable: string,
  suivant: StructureDite | null,
): DonneesCourriel {
  const rendezVous = rdv(voulu.rendezVousId);
  switch (voulu.modele) {
    case 'convocation':
    case 'rappel':
    case 'annulation_tardive':
    case 'convocation_non_remise':
      return { ...commun, modele: voulu.modele, rendezVous: present(rendezVous) };
    case 'reponse_personne': {
      const quoi =
        p.reponses[Number(voulu.cle.split(':')[1]) - 1]?.quoi === 'venue' ? 'venue' : 'empechement';
      return { ...commun, modele: 'reponse_personne', rendezVous: present(rendezVous), quoi };
    }
    case 'deplacement':
      return {
        ...commun,
        modele: 'deplacement',
        rendezVous: present(rendezVous),
        ancienDebut: p.rendezVous.find((r) => r.id === voulu.rendezVousId)?.anciens.at(-1)?.debut ?? null,
      };
    case 'annulation':
      return { ...commun, modele: 'annulation', rendezVous: present(rendezVous), raison: raisonOf(p, voulu) };
    case 'changement_referent':
      return { ...commun, modele: 'changement_referent', ...rendezVousDuChangement(p, ctx, rdv) };
    case 'bilan_annonce': {
      const prevu = bilansPrevus(p, ctx).find((b) => b.rang === voulu.bilan);
      const tenu = p.rendezVous.find((r) => r.bilan === voulu.bilan && r.issue === null);
      return {
        ...commun,
        modele: 'bilan_annonce',
        aTenirLe: prevu?.aTenirLe ?? aujourdhui(ctx),
        avecPoint: p.engagement.pointLegal.avecBilan === voulu.bilan,
        rendezVous: rdv(tenu?.id ?? null),
      };
    }
    case 'pause': {
      const pause = findPause(p, voulu.cle);
      const du = pause?.du ?? aujourdhui(ctx);
      return {
        ...commun,
        modele: 'pause',
        du,
        au: pause?.au ?? null,
        excusees: excuseesDepuis(p, ctx, { du, au: pause?.declareeLe ?? du }),
        finLe: plafondOf(p, ctx),
      };
    }
    case 'reprise': {
      const au = findPause(p, voulu.cle)?.au ?? null;
      return {
        ...commun,
        modele: 'reprise',
        le: au === null ? aujourdhui(ctx) : addJours(au, 1),
        finLe: plafondOf(p, ctx),
      };
    }
    case 'point_annonce':
      return {
        ...commun,
        modele: 'point_annonce',
        aTenirLe: findPointPrevu(p, ctx)?.aTenirLe ?? aujourdhui(ctx),
      };
    case 'contrat_revise': {
      const version =
        p.engagement.versions.find((v) => v.version === versionOf(voulu)) ?? present(findVersion(p));
      return {
        ...commun,
        modele: 'contrat_revise',
        le: version.le,
        par: version.par ?? 'referent',
        heures: heuresOf(version, ctx).parSemaine,
        pointLe: findPointPrevu(p, ctx)?.aTenirLe ?? null,
      };
    }
    case 'etape':
      return { ...commun, ...present(findEtapeDite(voulu, p)) };
    case 'demande_motif':
      return {
        ...commun,
        modele: 'demande_motif',
        genre: genreOf(p, voulu),
        absences: absencesOf(p, voulu),
        delai: delaiOf(ctx, ctx.dispositif.obligations.motif, canal),
        prochain: rdv(findAVenir(p, ctx, voulu.rendezVousId)),
      };
    case 'relance': {
      const rang = voulu.lettre === 'relance_2' ? 2 : 1;
      const { relance, proposition } = ctx.dispositif.obligations;
      const m = p.manquements.find((x) => x.id === voulu.manquement);
      return {
        ...commun,
        modele: 'relance',
        genre: genreOf(p, voulu),
        rang,
        absences: absencesOf(p, voulu),
        qualification: m?.qualification === 'non_legitime' ? 'non_legitime' : 'sans_reponse',
        delai: delaiOf(ctx, rang === 1 ? relance : proposition, canal),
        prochain: rdv(findAVenir(p, ctx, null)),
      };
    }
    case 'fin_accompagnement':
      return {
        ...commun,
        modele: 'fin_accompagnement',
        le: p.sortie?.le ?? aujourdhui(ctx),
        suivant,
        suiviLe: estSuiviAttendu(p) && estQuestionEcrite(p) ? jourDuSuivi(p, ctx) : null,
      };
    case 'suivi_sortie':
      return {
        ...commun,
        modele: 'suivi_sortie',
        sortieLe: p.sortie?.le ?? aujourdhui(ctx),
        // `suivi:1`, then `suivi:2` (house 6).
        rappel: voulu.cle.endsWith(':2'),
      };
    case 'information_transmise':
      return { ...commun, modele: 'information_transmise', genre: genreOf(p, voulu) };
    case 'situation_reglee': {
      const m = p.manquements.find((x) => x.id === voulu.manquement);
      const raison = m?.etat.etat === 'clos' ? m.etat.raison : null;
      return {
        ...commun,
        modele: 'situation_reglee',
        genre: genreOf(p, voulu),
        raison: raison === 'motif_legitime' || raison === 'remobilisation' ? raison : 'abandon',
        transmis: m !== undefined && m.signaux.length > 0,
      };
    }
    case 'rectification_presence': {
      const { id, debut } = present(rendezVous);
      const absent = p.rendezVous.some((r) => r.id === id && r.issue?.statut === 'absent');
      return { ...commun, modele: 'rectification_presence', debut, quoi: absent ? 'date' : 'presence' };
    }
    case 'rectification_contrat': {
      const prochain = bilansARealiser(p, ctx).find((b) => b.aTenirLe >= aujourdhui(ctx));
      return {
        ...commun,
        modele: 'rectification_contrat',
        signeLe: p.contrat?.signeLe ?? aujourdhui(ctx),
        dernierJour: plafondOf(p, ctx) ?? aujourdhui(ctx),
        prochainBilanLe: prochain?.aTenirLe ?? null,
        pointLe: findPointPrevu(p, ctx)?.aTenirLe ?? null,
      };
    }
    case 'plafond_atteint': {
      const ancre = ancreOf(p);
      const prolongeable =
        ancre !== null && p.prolongations.length < ctx.dispositif.plafond.prolongation.fois
          ? limiteProlongation(ancre, ctx)
          : null;
      return {
        ...commun,
        modele: 'plafond_atteint',
        nom: voulu.destinataire === 'responsable' ? responsable : nomOf(commun.referent),
        dernierJour: plafondOf(p, ctx) ?? aujourdhui(ctx),
        prolongeableJusquAu: prolongeable,
      };
    }
  }
}

/** R22 — what is still to come, as it stands with the new référent. */
function rendezVousDuChangement(
  p: Parcours,
  ctx: Contexte,
  rdv: (id: number | null) => RendezVousDit | null,
) {
  const aVenir = p.rendezVous
    .filter((r) => r.issue === null && r.creneau.debut > ctx.maintenant)
    .sort((x, y) => (x.creneau.debut < y.creneau.debut ? -1 : 1));
  const siens = aVenir.filter((r) => r.referentId === p.referent?.id);
  return {
    le: p.referent === null ? aujourdhui(ctx) : jourAt(p.referent.depuisA, ctx.zone),
    prochain: rdv(siens[0]?.id ?? null),
    aReplacer: aVenir.filter((r) => r.aReplacerDepuis !== null).map((r) => r.creneau.debut),
  };
}

/** A mail about something that its parcours does not know is our bug: its parcours stops, visibly. */
function present<T>(dit: T | null): T {
  if (dit === null) throw new Error('Le courriel parle de ce que son parcours ne connaît pas.');
  return dit;
}

function findRendezVousDit(
  p: Parcours,
  id: number | null,
  lieux: ReadonlyMap<string, string | null>,
  noms: ReadonlyMap<string, string>,
): RendezVousDit | null {
  const rdv = p.rendezVous.find((r) => r.id === id);
  if (rdv === undefined) return null;
  const { debut, fin, permanenceId } = rdv.creneau;
  const remplace = remplacementOf(p, jourAt(debut, p.zone))?.referentId === rdv.referentId;
  const absent = remplace ? noms.get(p.referent?.id ?? '') : undefined;
  return {
    id: rdv.id,
    revision: rdv.revision,
    debut,
    fin,
    lieu: permanenceId === null ? null : (lieux.get(permanenceId) ?? null),
    objet: p.contrat === null ? 'accueil' : 'suivi',
    bilan: rdv.bilan,
    ...(absent !== undefined && { remplace: absent }),
  };
}

function raisonOf(p: Parcours, voulu: CourrielVoulu): 'personne' | 'service' | 'erreur' | 'parcours_clos' {
  if (p.sortie !== null) return 'parcours_clos';
  const rdv = p.rendezVous.find((r) => r.id === voulu.rendezVousId);
  if (rdv?.issue?.statut === 'retire') return 'erreur';
  return rdv?.issue?.statut === 'annule_personne' ? 'personne' : 'service';
}

function genreOf(p: Parcours, voulu: CourrielVoulu): GenreManquement {
  return p.manquements.find((x) => x.id === voulu.manquement)?.genre ?? 'absence';
}

function absencesOf(p: Parcours, voulu: CourrielVoulu) {
  const m = p.manquements.find((x) => x.id === voulu.manquement);
  return p.rendezVous.filter((r) => m?.rendezVousIds.includes(r.id) === true).map((r) => r.creneau.debut);
}

/** R21 — appointments missed between the first day of a pause and the day on which it was declared. */
function excuseesDepuis(p: Parcours, ctx: Contexte, { du, au }: Jours) {
  return p.rendezVous
    .filter((r) => r.issue?.statut === 'excuse' && r.issue.corrige)
    .map((r) => r.creneau.debut)
    .filter((debut) => {
      const le = jourAt(debut, ctx.zone);
      return du <= le && le <= au;
    });
}

/** R14, R04 — the answer is expected so many days after delivery; a printed letter cannot know that day. */
function delaiOf(ctx: Contexte, jours: number, canal: Acheminement['canal']) {
  const limite = reporteAuJourOuvre(addJours(jourAt(ctx.maintenant, ctx.zone), jours), ctx.zone);
  return { jours, avantLe: canal === 'lettre' ? null : limite };
}

/** The appointment that a letter of the ladder offers: still to come, the soonest unless one is named. */
function findAVenir(p: Parcours, ctx: Contexte, id: number | null): number | null {
  const aVenir = p.rendezVous
    .filter((r) => r.issue === null && r.creneau.debut > ctx.maintenant && (id === null || r.id === id))
    .sort((x, y) => (x.creneau.debut < y.creneau.debut ? -1 : 1));
  return aVenir[0]?.id ?? null;
}

function nomOf({ prenom, nom }: { prenom: string; nom: string }): string {
  return `${prenom} ${nom}`.trim();
}
