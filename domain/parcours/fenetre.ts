import { findDispositif, listSuccesseurs, type RefDispositif } from '../dispositifs/en-vigueur';
import { addJoursOuvres, joursAvant } from '../temps/calendrier';
import { jourAt } from '../temps/heure-locale';
import { plusTard, type CivilDate } from '../temps/jour';
import { avertissement, escalades } from './avertissements';
import { aujourdhui, type Contexte, type Regles } from './contexte';
import type { DemandeDe } from './demandes';
import type { Echeance } from './echeance';
import type { FaitInscrit } from './faits';
import type { Parcours } from './parcours';
import { accepte, refuse, type Verdict } from './verdict';

/** R36 — the notices before the last day of the edition, the decision asked the day after, then R12. Nothing closes by itself. */
export function* echeancesFenetre(p: Pick<Parcours, 'id' | 'editions'>, r: Regles): Iterable<Echeance> {
  const { au, avis } = r.dispositif.fenetre;
  const cle = `fenetre:${p.editions.length}`;
  for (const n of avis) {
    yield avertissement(p.id, r, {
      nature: 'fenetre',
      cle: `${cle}:avis:${n}`,
      duLe: joursAvant(au, n, r.zone),
      avis: 'fenetre_proche',
      pour: ['referent', 'responsable'],
      serie: `${cle}:avis`,
    });
  }
  const aDecider = { nature: 'fenetre', avis: 'fenetre_a_decider' } as const;
  yield avertissement(p.id, r, {
    cle: `${cle}:decision`,
    duLe: addJoursOuvres(au, 1, r.zone),
    pour: ['referent', 'responsable'],
    serie: `${cle}:referent`,
    ...aDecider,
  });
  yield* escalades(p.id, r, au, { cle, serie: `${cle}:responsable`, ...aDecider });
}

/** R36 — a human moves the parcours to an edition that follows its own; nothing else of it changes. */
export function moveEdition(d: DemandeDe<'moveEdition'>, p: Parcours, ctx: Contexte): Verdict {
  const suivante = listSuccesseurs(p.dispositif).find((x) => estMeme(x, d.dispositif));
  if (suivante === undefined) return refuse({ code: 'edition_sans_suite' });
  const { du, au } = suivante.fenetre;
  if (d.le < du || d.le > au) return refuse({ code: 'hors_fenetre', du, au });
  if (d.le > plusTard(aujourdhui(ctx), du)) return refuse({ code: 'date_future', le: d.le });
  const minimum = p.editions.at(-1)?.du ?? jourAt(p.ouvertA, ctx.zone);
  if (d.le < minimum) return refuse({ code: 'date_anterieure', minimum });
  return accepte({ type: 'edition_changee', dispositif: d.dispositif, le: d.le });
}

/** R36 — is that day outside the window of the edition for which the parcours counted then? */
export function estHorsFenetre(p: Parcours, le: CivilDate): boolean {
  const editions = p.editions.filter((e) => e.du <= le);
  const fenetre = findDispositif((editions.at(-1) ?? p.editions[0] ?? p).dispositif)?.fenetre;
  return fenetre !== undefined && (le < fenetre.du || le > fenetre.au);
}

/** R36 — marked in the journal: what people did, and the appointments, on a day that no edition of the parcours covers. */
export function estActeHorsFenetre(inscrit: FaitInscrit, p: Parcours): boolean {
  const le = jourDeLActe(inscrit, p);
  return le !== null && estHorsFenetre(p, le);
}

/** The day to which an act belongs: its own date when it carries one, else that on which it was recorded. */
function jourDeLActe({ fait, a, par }: FaitInscrit, p: Parcours): CivilDate | null {
  switch (fait.type) {
    case 'contrat_signe':
      return fait.signeLe;
    case 'emploi_commence':
      return fait.debutLe;
    case 'bilan_realise':
      return fait.tenuLe;
    case 'parcours_clos':
    case 'contact_enregistre':
    case 'emploi_fini':
    case 'etape_convenue':
    case 'etape_constatee':
      return fait.le;
    case 'rendez_vous_planifie':
    case 'rendez_vous_deplace':
      return jourAt(fait.creneau.debut, p.zone);
    case 'statut_enregistre': {
      const rdv = p.rendezVous.find((x) => x.id === fait.rendezVousId);
      return rdv === undefined ? null : jourAt(rdv.creneau.debut, p.zone);
    }
    // None is an act of the accompaniment: the first changes the window, the second comes after it by nature, the others are words.
    case 'venue_confirmee':
    case 'empechement_annonce':
    case 'motif_repondu':
    case 'reponse_lue':
    case 'edition_changee':
    case 'suivi_enregistre':
      return null;
    default:
      return par === 'jalons' ? null : jourAt(a, p.zone);
  }
}

function estMeme(x: RefDispositif, y: RefDispositif): boolean {
  return x.code === y.code && x.edition === y.edition;
}
