import { jourAt } from '../temps/heure-locale';
import { html, typographie, type Balisage } from './balisage';
import { renderCarre, type Carre } from './carre';
import type { Bloc, Contenu } from './contenu';
import { jourEnLettres } from './dates-dites';
import type { StructureDite } from './dits';
import type { DonneesCourriel, DonneesLettre } from './donnees';
import { nomComplet } from './passages';
import { contenuOf } from './rendu';
import { lignes } from './rendu-html';

/** AFNOR NF Z 10-011 — the address shows through a right-hand window: 110 mm from the left edge, 50 mm from the top. */
const STYLES = `
@page { size: A4; margin: 15mm 20mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 11pt/1.4 Arial, Helvetica, sans-serif; }
.feuille { width: 170mm; max-width: 100%; margin: 0 auto; }
.entete { position: relative; min-height: 62mm; }
.entete p { width: 80mm; }
.destinataire { position: absolute; top: 35mm; left: 90mm; width: 80mm; font-style: normal; }
.date { margin: 0 0 5mm 90mm; }
h1 { margin: 0 0 5mm; font-size: 12pt; }
footer p { margin: 0 0 1mm; }
h2 { margin: 3.5mm 0 1mm; font-size: 11pt; break-after: avoid; }
p, ul { margin: 0 0 2mm; }
ul { padding-left: 6mm; }
table { margin: 0 0 4mm; border-collapse: collapse; break-inside: avoid; }
th, td { padding: 0.5mm 4mm 0.5mm 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: normal; white-space: nowrap; }
td { font-weight: bold; }
.signature { margin-top: 5mm; min-height: 16mm; break-inside: avoid; }
footer { margin-top: 3mm; padding-top: 2mm; border-top: 0.3mm solid #767676; font-size: 9.5pt; break-inside: avoid; }
@media screen { .feuille { padding: 8mm 4mm; } }
@media screen and (max-width: 720px) {
  .entete { min-height: 0; }
  .entete p, .destinataire { position: static; width: auto; margin: 0 0 6mm; }
  .date { margin-left: 0; }
}
`;

/** R18 — mails to the person, each of which can be printed and handed over instead: the compiler counts them. */
export function estImprimable(d: DonneesCourriel): d is DonneesLettre {
  return d.modele in IMPRIMABLES;
}

const IMPRIMABLES = {
  convocation: 1,
  deplacement: 1,
  annulation: 1,
  rappel: 1,
  bilan_annonce: 1,
  pause: 1,
  reprise: 1,
  point_annonce: 1,
  contrat_revise: 1,
  etape: 1,
  demande_motif: 1,
  relance: 1,
  changement_referent: 1,
  fin_accompagnement: 1,
  suivi_sortie: 1,
  information_transmise: 1,
  situation_reglee: 1,
  rectification_presence: 1,
  rectification_contrat: 1,
} as const satisfies Record<DonneesLettre['modele'], 1>;

/** R18, R42 — the same content as the mail, to print, put in a window envelope and hand over; `carre` leads to the answer. */
export function renderLettre(d: DonneesLettre, carre: Carre | null = null): string {
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
          <div class="entete">
            <p>${lignes(expediteur(d.structure))}</p>
            <address class="destinataire">
              ${lignes([nomComplet(d.personne), ...lignesAdresse(d.personne.adresse ?? '')])}
            </address>
          </div>
          <p class="date">Le ${le}</p>
          <h1>Objet : ${typographie(c.sujet)}</h1>
          ${corps(c, carre === null ? [] : [renderCarre(carre, d)])}
          <p class="signature">${lignes(c.signature)}</p>
          <footer>${c.mentions.map((m) => html`<p>${typographie(m)}</p>`)}</footer>
        </main>
      </body>
    </html> `;
  return page.balisage;
}

/** Written here, without a value in it: the only markup that is not escaped. */
const FEUILLE: Balisage = { balisage: STYLES };

function corps(c: Contenu, suite: readonly Balisage[]): Balisage {
  return html`<p>${typographie(c.salutation)}</p>
    ${[...c.blocs.map(blocSurPapier), ...suite]}`;
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
