import type { Bloc, Contenu, Lien, LigneFiche, Rubrique } from './contenu';
import { uneLigne } from './une-ligne';

/** The text part: all that the HTML says, readable alone, addresses written in full. */
export function renderTexte(c: Contenu): string {
  return [
    `${uneLigne(c.titre)}\n\n${uneLigne(c.salutation)}\n\n`,
    ...c.blocs.map(blocEnTexte),
    `${c.signature.map(uneLigne).join('\n')}\n\n`,
    ['--', ...c.mentions.map(uneLigne), ''].join('\n'),
  ].join('');
}

function blocEnTexte(bloc: Bloc): string {
  switch (bloc.type) {
    case 'titre':
      return `${uneLigne(bloc.texte)} :\n`;
    case 'paragraphe':
      return `${uneLigne(bloc.texte)}\n\n`;
    case 'liste':
      return `${points(bloc.points)}\n\n`;
    case 'fiche':
      return `${bloc.lignes.map(ligneEnTexte).join('\n')}\n\n`;
    case 'lien':
      return lienEnTexte(bloc.lien);
    case 'rubriques':
      return ['', ...bloc.rubriques.map((r) => `${rubriqueEnTexte(r)}\n`), ''].join('\n');
  }
}

function ligneEnTexte({ nom, texte }: LigneFiche): string {
  return `${uneLigne(nom)} : ${uneLigne(texte)}`;
}

function rubriqueEnTexte({ titre, points: lignes, lien }: Rubrique): string {
  const tete = `${uneLigne(titre)}\n${points(lignes)}`;
  return lien === null ? tete : `${tete}\n  ${lien.href}`;
}

/** A number to press is already written in the sentence before: said twice, it only lengthens the text. */
function lienEnTexte({ href, libelle }: Lien): string {
  return href.startsWith('tel:') ? '' : `${uneLigne(libelle)} : ${href}\n\n`;
}

function points(lignes: readonly string[]): string {
  return lignes.map((ligne) => `- ${uneLigne(ligne)}`).join('\n');
}
