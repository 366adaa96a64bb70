import type { JSX } from 'preact';
import { heureEnLettres, jourEnLettres } from '../domain/courriels/dates-dites';
import { compte, ditMoment, majuscule } from '../domain/parcours/dire';
import { jourAt } from '../domain/temps/heure-locale';
import { epochMsOf, type Instant } from '../domain/temps/instant';
import { addJours } from '../domain/temps/jour';
import type { CodeZone } from '../domain/temps/zones';
import { Progression } from './progression';
import { insecable } from './typographie';

/** A walk of the clock, as its progress is shown. */
export type Marche = {
  readonly depuis: Instant | null;
  readonly jusquA: Instant;
  readonly rendueA: Instant | null;
  readonly pas: number;
  /** What it waits for when it makes no progress. */
  readonly attente: string | null;
};

export type PanneauHorloge = {
  readonly maintenant: Instant;
  readonly zone: CodeZone;
  /** The next instant at which anything falls due, in any parcours. */
  readonly prochaine: { readonly a: Instant; readonly libelle: string | null } | null;
  /** The next échéance of the parcours of the page. */
  readonly propre: { readonly a: Instant; readonly libelle: string } | null;
  readonly marche: Marche | null;
  /** The page to come back to. */
  readonly retour: string;
  /** What was wrong with the last walk asked for. */
  readonly faute: string | null;
};

/** The progress of a walk in hundredths: how much of the asked time is behind. */
export function pourcentOf({ depuis, jusquA, rendueA }: Marche): number {
  if (depuis === null || rendueA === null) return 0;
  const total = epochMsOf(jusquA) - epochMsOf(depuis);
  const fait = epochMsOf(rendueA) - epochMsOf(depuis);
  return total <= 0 ? 100 : Math.max(0, Math.min(100, Math.floor((100 * fait) / total)));
}

export function phraseOf(marche: Marche, zone: CodeZone): string {
  const ou = marche.rendueA === null ? 'Départ' : `Rendue au ${ditMoment(marche.rendueA, zone)}`;
  const pas = compte(marche.pas, 'arrêt');
  return `${ou}, ${pas}${marche.attente === null ? '' : `. En attente : ${marche.attente}`}`;
}

export function Horloge(h: PanneauHorloge): JSX.Element {
  const le = jourAt(h.maintenant, h.zone);
  return (
    <section class="panneau horloge" aria-labelledby="titre-horloge" id="horloge">
      <h2 id="titre-horloge">L’horloge de la démonstration</h2>
      <p class="horloge-jour">
        <time dateTime={h.maintenant}>
          <strong>{majuscule(jourEnLettres(le))}</strong>
          {`, ${heureEnLettres(h.maintenant, h.zone)}`}
        </time>
      </p>
      {h.faute !== null && (
        <p class="faute" role="alert">
          {h.faute}
        </p>
      )}
      {h.marche === null ? <Commandes {...h} /> : <Marchant marche={h.marche} zone={h.zone} />}
    </section>
  );
}

function Commandes({ maintenant, zone, prochaine, propre, retour }: PanneauHorloge): JSX.Element {
  const demain = addJours(jourAt(maintenant, zone), 1);
  return (
    <>
      {prochaine !== null && (
        <p class="discret">
          {insecable(
            `Prochaine échéance le ${ditMoment(prochaine.a, zone)}${prochaine.libelle === null ? ', dans un autre parcours' : ` : ${prochaine.libelle}`}.`,
          )}
        </p>
      )}
      <form method="post" action="/horloge/promenades" class="horloge-boutons">
        <input type="hidden" name="retour" value={retour} />
        <button name="vers" value="echeance" disabled={prochaine === null}>
          Prochaine échéance
        </button>
        {propre !== null && (
          <button name="vers" value={`instant ${propre.a}`}>
            Prochaine de ce parcours
          </button>
        )}
        <button name="vers" value="jour">
          Lendemain
        </button>
        <button name="vers" value="mois">
          Un mois plus tard
        </button>
      </form>
      <form method="post" action="/horloge/promenades" class="horloge-date">
        <input type="hidden" name="retour" value={retour} />
        <label for="horloge-le">Avancer jusqu’au</label>
        <input id="horloge-le" type="date" name="le" min={demain} required />
        <button name="vers" value="date">
          Avancer
        </button>
      </form>
    </>
  );
}

function Marchant({ marche, zone }: { readonly marche: Marche; readonly zone: CodeZone }): JSX.Element {
  return (
    <Progression
      libelle={`L’horloge avance jusqu’au ${jourEnLettres(jourAt(marche.jusquA, zone))}`}
      suivi="/horloge/promenade"
      pourcent={pourcentOf(marche)}
      phrase={phraseOf(marche, zone)}
    />
  );
}
