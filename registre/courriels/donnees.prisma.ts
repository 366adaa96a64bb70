import type { CourrielVoulu } from '../../domain/courriels/courriel';
import type {
  DonneesCourriel,
  DonneesDe,
  RendezVousDit,
  StructureDite,
} from '../../domain/courriels/donnees';
import type { GenreManquement } from '../../domain/obligations/manquement';
import { bilansARealiser, bilansPrevus } from '../../domain/parcours/bilan';
import { findVersion, heuresOf } from '../../domain/engagement/contrat-engage';
import { versionOf } from '../../domain/engagement/courriels-engagement';
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
import { readHorloge } from '../horloge/horloge';
import { contexteOf } from '../journal/lecture.prisma';

/** What reaches the reader: where pages are, and whether the letter is printed (its delay then runs from delivery). */
export type Acheminement = { readonly apiUrl: string; readonly canal: 'courriel' | 'lettre' };

/** Gathers what a mail of one parcours says, when it is written: identity and state as they are now. */
export async function readDonnees(
  base: Base,
  parcoursId: string,
  voulu: CourrielVoulu,
  acheminement: Acheminement,
): Promise<DonneesCourriel> {
  const ligne = await base.parcours.findUniqueOrThrow({
    where: { id: parcoursId },
    include: { structure: true, beneficiaire: true },
  });
  const p = ligne.etat as unknown as Parcours;
  const { structure, beneficiaire } = ligne;
  const ctx = contexteOf(p, await readHorloge(base), true, null);
  const equipe = await readEquipe(base, p);
  const referent = equipe.find((r) => r.id === interlocuteurOf(p, voulu, aujourdhui(ctx)));
  const lieux = new Map(equipe.flatMap((r) => r.permanences.map((x) => [x.id, x.lieu])));
  const noms = new Map(equipe.map((r) => [r.id, nomOf(r)]));
  const rdv = (id: number | null) => findRendezVousDit(p, id, lieux, noms);
  const commun = {
    parcoursId,
    ecritA: ctx.maintenant,
    structure: { ...structure, zone: structure.zone as CodeZone },
    // A parcours without a référent writes in the name of its manager.
    referent: referent ?? {
      prenom: '',
      nom: structure.responsableNom,
      telephone: structure.telephone,
      courriel: structure.responsableCourriel,
    },
    personne: beneficiaire,
    lien: `${acheminement.apiUrl}/parcours/${parcoursId}`,
    ancien: equipe.find((r) => r.id === p.referent?.avant) ?? null,
  };
  const suivant = await findStructureSuivante(base, p.suivantId);
  return donneesOf(voulu, p, ctx, commun, rdv, acheminement.canal, structure.responsableNom, suivant);
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
function readEquipe(base: Base, p: Parcours) {
  const ids = [
    p.referent?.id,
    p.referent?.avant,
    ...p.remplacements.map((r) => r.referentId),
    ...p.rendezVous.map((r) => r.referentId),
  ];
  return base.referent.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id != null))] } },
    include: { permanences: true },
  });
}

function donneesOf(
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
