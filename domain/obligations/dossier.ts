import type { Regles } from '../parcours/contexte';
import type { Fait, FaitInscrit } from '../parcours/faits';
import { ligneJournal, type LigneJournal } from '../parcours/journal-dit';
import type { Parcours } from '../parcours/parcours';
import { jourAt } from '../temps/heure-locale';
import type { CivilDate } from '../temps/jour';
import { genres } from './manquement-dit';
import type { Manquement, MotifRecu, Signal } from './manquement';

/** A fait of the dossier, with the ids of the free texts that it points to: read from the erasable table when it is drawn. */
export type LigneDossier = LigneJournal & { readonly textes: readonly string[] };

/** R31 — the facts attached to a signalement: what happened, when, said by whom; no judgement, nothing deduced. */
export type DossierManquement = {
  readonly manquement: number;
  readonly libelle: string;
  readonly ouvertLe: CivilDate;
  readonly transmisLe: CivilDate | null;
  /** Up to the transmission, or to today while nothing has been transmitted. */
  readonly faits: readonly LigneDossier[];
  readonly depuis: readonly LigneDossier[];
  readonly motifs: readonly MotifRecu[];
  readonly signaux: readonly Signal[];
  /** Where the keys of its mails begin: what was sent, and when, stands in the base. */
  readonly prefixes: readonly string[];
};

/** R31 — read from the journal alone, hence the same on every day for the part that was transmitted. */
export function dossierOf(
  p: Parcours,
  journal: readonly FaitInscrit[],
  id: number,
  r: Regles,
): DossierManquement | null {
  const m = p.manquements.find((x) => x.id === id);
  if (m === undefined) return null;
  const siens = journal.filter(({ fait }) => concerne(fait, m));
  const transmission = siens.find(({ fait }) => fait.type === 'signalement_confirme')?.rang ?? Infinity;
  const lignes = (des: readonly FaitInscrit[]) =>
    des.map((inscrit) => ({ ...ligneJournal(inscrit, r), textes: textesOf(inscrit.fait) }));
  return {
    manquement: m.id,
    libelle: genres[m.genre],
    ouvertLe: jourAt(m.ouvertA, r.zone),
    transmisLe: m.transmisA === null ? null : jourAt(m.transmisA, r.zone),
    faits: lignes(siens.filter(({ rang }) => rang <= transmission)),
    depuis: lignes(siens.filter(({ rang }) => rang > transmission)),
    motifs: m.motifs,
    signaux: m.signaux,
    prefixes: [`manquement:${m.id}:`, ...m.rendezVousIds.map((x) => `rdv:${x}.`)],
  };
}

/** R31 — a mail of this ladder, or of the appointments behind it, that had left when the signalement was transmitted. */
export function estDuDossier(
  { prefixes, transmisLe }: DossierManquement,
  { cle, le }: { readonly cle: string; readonly le: CivilDate },
): boolean {
  return prefixes.some((x) => cle.startsWith(x)) && (transmisLe === null || le <= transmisLe);
}

/** The ladder itself, its letters, and the appointments that opened it: from their convocation to their status. */
function concerne(fait: Fait, m: Manquement): boolean {
  if ('manquement' in fait) return fait.manquement === m.id;
  if (fait.type === 'remise_constatee')
    return (
      fait.lettre?.manquement === m.id ||
      m.rendezVousIds.some((id) => fait.courrielCle.startsWith(`rdv:${id}.`))
    );
  if (fait.type === 'lettre_a_faire' || fait.type === 'courriel_abandonne')
    return fait.courrielCle.startsWith(`manquement:${m.id}:`);
  return 'rendezVousId' in fait && fait.rendezVousId !== null && m.rendezVousIds.includes(fait.rendezVousId);
}

function textesOf(fait: Fait): readonly string[] {
  return 'texteId' in fait && fait.texteId !== null ? [fait.texteId] : [];
}
