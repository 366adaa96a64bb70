import type { ParsedMail } from 'mailparser';
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Recu } from './reserve';

export const STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1rem; color: #1b1b1b; background: #fff; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; padding-bottom: .5rem; }
th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #767676; vertical-align: top; }
a { color: #0b3d91; } a:focus, button:focus { outline: 3px solid #0b3d91; outline-offset: 2px; }
iframe { width: 100%; min-height: 32rem; border: 1px solid #767676; } pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f4f4; padding: 1rem; }
dt { font-weight: 600; } dd { margin: 0 0 .4rem; overflow-wrap: anywhere; } a { overflow-wrap: anywhere; }
h1 { font-size: clamp(1.4rem, 4vw, 2rem); line-height: 1.2; overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  table, tbody, tr, td { display: block; } thead { display: none; }
  tr { padding: .5rem 0; border-bottom: 1px solid #767676; } td { padding: 0; border: 0; }
}
`;

const DATE = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'full',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
});
const ACCUEIL = 'Courriels de démonstration';
const dateOf = (instant: string) => DATE.format(new Date(instant));

function Page({ titre, children }: { titre: string; children: ComponentChildren }) {
  return (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{titre === ACCUEIL ? titre : `${titre} – ${ACCUEIL}`}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <main>
          <h1>{titre}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}

const render = (page: Parameters<typeof renderToString>[0]) => `<!doctype html>${renderToString(page)}`;

export function renderListe(recus: readonly Recu[], a: string | null): string {
  const caption =
    a === null ? 'Tous les courriels reçus, du plus récent au plus ancien.' : `Courriels reçus pour ${a}.`;
  return render(
    <Page titre={ACCUEIL}>
      <p>Aucun de ces courriels n’est parti : ils sont gardés ici, pour être lus.</p>
      {a !== null && (
        <p>
          <a href="/">Tous les courriels</a>
        </p>
      )}
      {recus.length === 0 && (
        <p>Rien encore : avancez l’horloge depuis les pages de Jalons, et les courriels arriveront ici.</p>
      )}
      <table hidden={recus.length === 0}>
        <caption>{`${caption} Nombre : ${recus.length}.`}</caption>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">À</th>
            <th scope="col">Objet</th>
          </tr>
        </thead>
        <tbody>
          {[...recus].reverse().map((recu) => (
            <tr key={recu.id}>
              <td>{dateOf(recu.dateA)}</td>
              <td>
                {recu.a.map((address) => (
                  <a key={address} href={`/?a=${encodeURIComponent(address)}`}>
                    {address}{' '}
                  </a>
                ))}
              </td>
              <td>
                <a href={`/messages/${recu.id}`}>{recu.sujet || '(sans objet)'}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Page>,
  );
}

export function renderMessage(recu: Recu, mail: ParsedMail): string {
  return render(
    <Page titre={recu.sujet || '(sans objet)'}>
      <p>
        <a href="/">Retour à la liste</a>
      </p>
      <dl>
        <dt>De</dt>
        <dd>{mail.from?.text ?? recu.de}</dd>
        <dt>À</dt>
        <dd>{recu.a.join(', ')}</dd>
        <dt>Date (horloge de la démonstration)</dt>
        <dd>{dateOf(recu.dateA)}</dd>
        <dt>Reçu ici le</dt>
        <dd>{dateOf(recu.recuA)}</dd>
      </dl>
      {mail.attachments.length > 0 && (
        <section>
          <h2>Pièces jointes</h2>
          <ul>
            {mail.attachments.map((piece, index) => (
              <li key={index}>
                <a href={`/messages/${recu.id}/pieces/${index}`} download>
                  {`${piece.filename ?? `piece-${index + 1}`} (${piece.contentType}, ${piece.size} octets)`}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {typeof mail.html === 'string' && (
        <section>
          <h2>Version HTML</h2>
          <iframe
            title="Version HTML du courriel"
            src={`/messages/${recu.id}/html`}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
          />
        </section>
      )}
      <section>
        <h2>Version texte</h2>
        <pre>{mail.text ?? '(aucune)'}</pre>
      </section>
      <p>
        <a href={`/messages/${recu.id}/brut`} download={`${recu.id}.eml`}>
          Télécharger le message brut (.eml)
        </a>
      </p>
    </Page>,
  );
}

export function renderAbsent(): string {
  return render(
    <Page titre="Courriel introuvable">
      <p>
        <a href="/">Retour à la liste</a>
      </p>
    </Page>,
  );
}
