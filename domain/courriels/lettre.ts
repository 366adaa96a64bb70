import { jourAt } from '../temps/heure-locale';
import { html, typographie, type Balisage } from './balisage';
import type { Bloc, Contenu } from './contenu';
import { jourEnLettres } from './dates-dites';
import type { DonneesLettre, StructureDite } from './donnees';
import { joindre, nomComplet } from './passages';
import { contenuOf } from './rendu';
import { lignes } from './rendu-html';

/** AFNOR NF Z 10-011 — the address shows through a right-hand window: 110 mm from the left edge, 50 mm from the top. */
const STYLES = `
@page { size: A4; margin: 20mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 11.5pt/1.45 Arial, Helvetica, sans-serif; }
.feuille { position: relative; width: 170mm; max-width: 100%; margin: 0 auto; }
.expediteur { width: 80mm; min-height: 20mm; }
.destinataire { margin: 10mm 0 0 90mm; width: 80mm; min-height: 33mm; font-style: normal; }
.date { margin: 0 0 8mm 90mm; }
h1 { margin: 0 0 6mm; font-size: 12pt; }
h2 { margin: 5mm 0 1.5mm; font-size: 11.5pt; break-after: avoid; }
p, ul { margin: 0 0 3mm; }
table { margin: 0 0 4mm; border-collapse: collapse; break-inside: avoid; }
th, td { padding: 1mm 4mm 1mm 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: normal; white-space: nowrap; }
td { font-weight: bold; }
.signature { margin-top: 10mm; min-height: 22mm; break-inside: avoid; }
footer { margin-top: 4mm; padding-top: 3mm; border-top: 0.3mm solid #767676; font-size: 10pt; break-inside: avoid; }
@media screen { .feuille { padding: 8mm 4mm; } }
@media screen and (max-width: 640px) { .destinataire, .date { margin-left: 0; width: auto; } }
`;

/** R18 — the same content as the mail, to print, put in a window envelope and hand over. */
export function renderLettre(d: DonneesLettre): string {
  const c = contenuOf(d, 'lettre');
  const le = jourEnLettres(jourAt(d.ecritA, d.structure.zone));
  const page = html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${typographie(c.sujet)}</title>
        <style>
          ${FEUILLE}
        </style>
      </head>
      <body>
        <main class="feuille">
          <p class="expediteur">${lignes(expediteur(d.structure))}</p>
          <address class="destinataire">
            ${lignes([nomComplet(d.personne), ...lignesAdresse(d.personne.adresse ?? '')])}
          </address>
          <p class="date">Le ${le}</p>
          <h1>Objet : ${typographie(c.sujet)}</h1>
          ${corps(c)}
          <p>${typographie(`Pour nous joindre : ${joindre(d, 'lettre').appeler}.`)}</p>
          <p class="signature">${lignes(c.signature)}</p>
          <footer>${c.mentions.map((m) => html`<p>${typographie(m)}</p>`)}</footer>
        </main>
      </body>
    </html> `;
  return page.balisage;
}

/** Written here, without a value in it: the only markup that is not escaped. */
const FEUILLE: Balisage = { balisage: STYLES };

function corps(c: Contenu): Balisage {
  return html`<p>${typographie(c.salutation)}</p>
    ${c.blocs.map(blocSurPapier)}`;
}

/** On paper a link is not pressed: what it leads to is already written in the facts or at the foot. */
function blocSurPapier(bloc: Bloc): Balisage {
  switch (bloc.type) {
    case 'titre':
      return html`<h2>${typographie(bloc.texte)}</h2>`;
    case 'paragraphe':
      return html`<p>${typographie(bloc.texte)}</p>`;
    case 'liste':
      return html`<ul>
        ${bloc.points.map((p) => html`<li>${typographie(p)}</li>`)}
      </ul>`;
    case 'fiche':
      return html`<table>
        <tbody>
          ${bloc.lignes.map(
            (l) =>
              html`<tr>
                <th scope="row">${l.nom}</th>
                <td>${typographie(l.texte)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
    case 'lien':
    case 'rubriques':
      return html``;
  }
}

function expediteur({ nom, adresse, telephone }: StructureDite): readonly string[] {
  return [nom, ...lignesAdresse(adresse), telephone];
}

/** One line per line typed; an address typed on one line is cut before its postal code, and at no other comma. */
function lignesAdresse(adresse: string): readonly string[] {
  return adresse
    .split(/[\r\n]+|,\s*(?=\d{5}\b)/)
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '');
}
