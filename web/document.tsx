import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { heureEnLettres, jourEnLettres } from '../domain/courriels/dates-dites';
import { majuscule } from '../domain/parcours/dire';
import { jourAt } from '../domain/temps/heure-locale';
import type { Instant } from '../domain/temps/instant';
import type { CodeZone } from '../domain/temps/zones';

/** What stands around every page: the demonstration's clock, and the tools beside it. */
export type Cadre = {
  readonly maintenant: Instant;
  readonly zone: CodeZone;
  /** Addresses of the mail catcher and of the Temporal UI; null when there is none. */
  readonly liens: { readonly courriels: string | null; readonly temporal: string | null };
  /** True while something is under way (a walk of the clock, a transfer): the page follows it, with or without JavaScript. */
  readonly enMarche: boolean;
};

type Page = {
  readonly titre: string;
  readonly cadre: Cadre | null;
  readonly ici: 'liste' | 'ouverture' | 'import' | 'conservation' | 'galerie' | null;
  /** True when the page draws a timeline. */
  readonly frise?: true;
  readonly children: ComponentChildren;
};

/** A whole HTML document, as text. */
export function renderDocument(page: Page): string {
  return `<!doctype html>${renderToString(<Document {...page} />)}`;
}

function Document({ titre, cadre, ici, frise, children }: Page): JSX.Element {
  return (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${titre} – Jalons`}</title>
        <link rel="stylesheet" href="/web/style.css" />
        <link rel="icon" href="/web/jalons.svg" type="image/svg+xml" />
        {frise === true && <script src="/web/frise.js" defer />}
        {cadre?.enMarche === true && (
          <noscript>
            <meta http-equiv="refresh" content="2" />
          </noscript>
        )}
        {cadre?.enMarche === true && <script src="/web/promenade.js" defer />}
      </head>
      <body>
        <a class="evitement" href="#contenu">
          Aller au contenu
        </a>
        <Bandeau cadre={cadre} />
        <header class="entete">
          <a class="marque" href="/">
            <Marque />
            Jalons
          </a>
          <Navigation ici={ici} cadre={cadre} />
        </header>
        <main id="contenu" tabIndex={-1}>
          {children}
        </main>
        <footer class="pied">
          <p>Jalons tient le calendrier de chaque accompagnement ; les décisions restent aux personnes.</p>
        </footer>
      </body>
    </html>
  );
}

function Bandeau({ cadre }: { readonly cadre: Cadre | null }): JSX.Element {
  return (
    <div class="bandeau" role="region" aria-label="Démonstration">
      <p>
        <strong>Démonstration : données fictives</strong>
        {cadre !== null && (
          <span class="bandeau-heure">
            {`${majuscule(jourEnLettres(jourAt(cadre.maintenant, cadre.zone)))}, ${heureEnLettres(cadre.maintenant, cadre.zone)}`}
          </span>
        )}
      </p>
    </div>
  );
}

function Navigation({ ici, cadre }: Pick<Page, 'ici' | 'cadre'>): JSX.Element {
  const { courriels = null, temporal = null } = cadre?.liens ?? {};
  return (
    <nav aria-label="Principale">
      <ul class="navigation">
        <li>
          <a href="/" {...(ici === 'liste' && { 'aria-current': 'page' as const })}>
            Parcours
          </a>
        </li>
        <li>
          <a href="/parcours/nouveau" {...(ici === 'ouverture' && { 'aria-current': 'page' as const })}>
            Ouvrir un parcours
          </a>
        </li>
        <li>
          <a href="/imports/nouveau" {...(ici === 'import' && { 'aria-current': 'page' as const })}>
            Importer une liste
          </a>
        </li>
        <li>
          <a href="/purges/nouvelle" {...(ici === 'conservation' && { 'aria-current': 'page' as const })}>
            Purger
          </a>
        </li>
        <li>
          <a href="/modeles" {...(ici === 'galerie' && { 'aria-current': 'page' as const })}>
            Modèles de courriels
          </a>
        </li>
        {courriels !== null && (
          <li>
            <a href={courriels}>Courriels envoyés</a>
          </li>
        )}
        {temporal !== null && (
          <li>
            <a href={temporal}>Moteur Temporal</a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** Three milestones on a road. */
function Marque(): JSX.Element {
  return (
    <svg
      class="marque-dessin"
      viewBox="0 0 32 32"
      width="28"
      height="28"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M3 27h26" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" />
      <path
        d="M6 27v-6a2.5 2.5 0 0 1 5 0v6M13.5 27V14a2.5 2.5 0 0 1 5 0v13M21 27V7a2.5 2.5 0 0 1 5 0v20z"
        fill="currentColor"
      />
    </svg>
  );
}
