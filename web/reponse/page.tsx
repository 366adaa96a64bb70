import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { CodeEmpechement, CodeMoment } from '../../domain/reponses/codes';
import { insecable } from '../typographie';
import { FormulaireMotif, FormulaireVenue } from './formulaires';
import { STYLE } from './style';

/** R42 — an appointment, in the words of its letter. */
export type RendezVousMontre = { readonly quand: string; readonly lieu: string; readonly enLigne: boolean };

export type PageReponse = {
  /** `/r/<token>`: where its forms are sent. */
  readonly adresse: string;
  readonly titre: string;
  /** What was asked or given, in a few sentences. */
  readonly phrases: readonly string[];
  readonly rendezVous: RendezVousMontre | null;
  readonly suivants: readonly RendezVousMontre[];
  readonly telephone: { readonly nom: string; readonly numero: string; readonly href: string | null };
  /** What she has said already, last first. */
  readonly dites: readonly string[];
  /** R46 — why this page, who decides, whom to ask, how long it is kept. */
  readonly mentions: readonly string[];
  readonly alerte: string | null;
  readonly acte:
    | {
        readonly quoi: 'venue';
        readonly revision: number;
        readonly motifs: Readonly<Record<CodeEmpechement, string>>;
        readonly moments: Readonly<Record<CodeMoment, string>>;
      }
    | { readonly quoi: 'motif' }
    | null;
};

export function renderReponse(page: PageReponse): string {
  const { titre, phrases, rendezVous, suivants, telephone, dites, mentions, alerte, acte, adresse } = page;
  return renderSeule(
    titre,
    <>
      <h1>{insecable(titre)}</h1>
      {alerte !== null && (
        <p class="alerte" role="alert">
          {insecable(alerte)}
        </p>
      )}
      {phrases.map((p) => (
        <p key={p}>{insecable(p)}</p>
      ))}
      {rendezVous !== null && <Fiche {...rendezVous} />}
      {dites.length > 0 && (
        <div class="dit">
          {dites.map((p) => (
            <p key={p}>{insecable(p)}</p>
          ))}
        </div>
      )}
      {acte?.quoi === 'venue' && <FormulaireVenue adresse={adresse} {...acte} />}
      {acte?.quoi === 'motif' && <FormulaireMotif adresse={adresse} />}
      {acte?.quoi === 'venue' && (
        <a class="bouton" href={`${adresse}/agenda.ics`}>
          Ajouter à mon agenda
        </a>
      )}
      <h2>Qui appeler</h2>
      <p>{insecable(`${telephone.nom}, ${unsplit(telephone.numero)}`)}</p>
      {telephone.href !== null && (
        <a class="bouton" href={telephone.href}>
          {`Appeler le ${unsplit(telephone.numero)}`}
        </a>
      )}
      {suivants.length > 0 && (
        <>
          <h2>Vos rendez-vous suivants</h2>
          {suivants.map((r) => (
            <Fiche key={r.quand} {...r} />
          ))}
        </>
      )}
      <p>Cette page est pour vous seul. Les décisions sont toujours prises par une personne.</p>
      <details>
        <summary>Vos informations et vos droits</summary>
        {mentions.map((m) => (
          <p key={m}>{insecable(m)}</p>
        ))}
      </details>
    </>,
  );
}

/** A number is read, and dialled, in one go: no line breaks inside it. */
function unsplit(numero: string): string {
  return numero.replaceAll(' ', '\u00a0');
}

/** The same for an unknown link, an expired one and a revoked one: it says nothing of anybody. */
export function renderLienFini(): string {
  return renderAvis('Ce lien ne sert plus', [
    'Le lien de votre message est fini, ou il est incomplet.',
    'Appelez le numéro qui est dans votre message. Si vous avez reçu un autre message depuis, utilisez son lien.',
  ]);
}

export function renderAvis(titre: string, phrases: readonly string[]): string {
  return renderSeule(
    titre,
    <>
      <h1>{insecable(titre)}</h1>
      {phrases.map((p) => (
        <p key={p}>{insecable(p)}</p>
      ))}
    </>,
  );
}

function Fiche({ quand, lieu, enLigne }: RendezVousMontre): JSX.Element {
  return (
    <div class="fiche">
      <p class="grand">{insecable(quand)}</p>
      <p>{enLigne ? <a href={lieu}>Ouvrir le rendez-vous en ligne</a> : lieu}</p>
    </div>
  );
}

function renderSeule(titre: string, children: ComponentChildren): string {
  return `<!doctype html>${renderToString(
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{titre}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>,
  )}`;
}
