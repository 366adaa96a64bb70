import { html, typographie, type Balisage } from './balisage';
import type { Bloc, Contenu, Lien, LigneFiche, Rubrique } from './contenu';

/** Inline only: mailboxes remove style sheets. Sizes in px where Outlook ignores the rest; contrast ≥ 7:1. */
const STYLES = {
  corps: 'margin:0;padding:0;background:#ffffff;color:#1a1a1a',
  page: 'max-width:600px;margin:0 auto;padding:20px 16px;font-family:Arial,Helvetica,sans-serif;font-size:17px;line-height:1.5',
  titre: 'margin:0 0 20px;font-size:24px;line-height:1.25',
  section: 'margin:28px 0 8px;font-size:19px;line-height:1.3',
  rubrique: 'margin:16px 0 4px;font-size:17px;line-height:1.3',
  paragraphe: 'margin:0 0 14px',
  liste: 'margin:0 0 14px;padding-left:22px',
  fiche: 'margin:0 0 18px;padding:14px 16px;border-left:4px solid #0b3d91;background:#f2f5fa',
  nom: 'margin:0;font-size:15px;color:#3a3a3a',
  valeur: 'margin:0 0 10px;font-weight:bold;overflow-wrap:anywhere',
  bouton:
    'display:inline-block;padding:12px 16px;border:2px solid #0b3d91;color:#0b3d91;font-weight:bold;overflow-wrap:anywhere',
  lien: 'color:#0b3d91;overflow-wrap:anywhere',
  mentions: 'margin:32px 0 0;padding-top:16px;border-top:1px solid #767676;font-size:15px;color:#3a3a3a',
} as const;

/** One column, dark on white, nothing remote, every value escaped by `html`. */
export function renderHtml(c: Contenu): string {
  const page = html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${typographie(c.sujet)}</title>
      </head>
      <body style="${STYLES.corps}">
        <main style="${STYLES.page}">
          <h1 style="${STYLES.titre}">${typographie(c.titre)}</h1>
          <p style="${STYLES.paragraphe}">${typographie(c.salutation)}</p>
          ${c.blocs.map(blocEnHtml)}
          <p style="${STYLES.paragraphe}">${lignes(c.signature)}</p>
          <footer style="${STYLES.mentions}">
            ${c.mentions.map((m) => html`<p style="${STYLES.paragraphe}">${typographie(m)}</p>`)}
          </footer>
        </main>
      </body>
    </html> `;
  return page.balisage;
}

function blocEnHtml(bloc: Bloc): Balisage {
  switch (bloc.type) {
    case 'titre':
      return html`<h2 style="${STYLES.section}">${typographie(bloc.texte)}</h2>`;
    case 'paragraphe':
      return html`<p style="${STYLES.paragraphe}">${typographie(bloc.texte)}</p>`;
    case 'liste':
      return listeEnHtml(bloc.points);
    case 'fiche':
      return html`<dl style="${STYLES.fiche}">${bloc.lignes.map(ligneEnHtml)}</dl>`;
    case 'lien':
      return html`<p style="${STYLES.paragraphe}">${lienEnHtml(bloc.lien, STYLES.bouton)}</p>`;
    case 'rubriques':
      return html`${bloc.rubriques.map(rubriqueEnHtml)}`;
  }
}

function listeEnHtml(points: readonly string[]): Balisage {
  return html`<ul style="${STYLES.liste}">
    ${points.map((p) => html`<li>${typographie(p)}</li>`)}
  </ul>`;
}

function ligneEnHtml({ nom, texte, lien }: LigneFiche): Balisage {
  const valeur = lien === null ? html`${typographie(texte)}` : lienEnHtml(lien, STYLES.lien);
  return html`<dt style="${STYLES.nom}">${nom}</dt>
    <dd style="${STYLES.valeur}">${valeur}</dd>`;
}

function rubriqueEnHtml({ titre, points, lien }: Rubrique): Balisage {
  const vers =
    lien === null ? [] : [html`<p style="${STYLES.paragraphe}">${lienEnHtml(lien, STYLES.lien)}</p>`];
  return html`<h3 style="${STYLES.rubrique}">${titre}</h3>
    ${listeEnHtml(points)} ${vers}`;
}

function lienEnHtml({ href, libelle }: Lien, style: string): Balisage {
  return html`<a href="${href}" style="${style}">${typographie(libelle)}</a>`;
}

/** Lines of a signature or of an address, one under the other. */
export function lignes(textes: readonly string[]): Balisage {
  const [premiere = '', ...suite] = textes;
  return html`${typographie(premiere)}${suite.map((ligne) => html`<br />${typographie(ligne)}`)}`;
}
