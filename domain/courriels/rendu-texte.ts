import type { Bloc, Contenu, LigneFiche, Rubrique } from './contenu';
import { uneLigne } from './une-ligne';

/** The text part: all that the HTML says, readable alone, addresses written in full. */
export function renderTexte(c: Contenu): string {
  const morceaux = [
    uneLigne(c.salutation),
    ...c.blocs.map(blocEnTexte),
    c.signature.map(uneLigne).join('\n'),
    ['--', ...c.mentions.map(uneLigne)].join('\n'),
  ];
  return `${morceaux.join('\n\n')}\n`;
}

function blocEnTexte(bloc: Bloc): string {
  switch (bloc.type) {
    case 'titre':
      return `* ${uneLigne(bloc.texte)} *`;
    case 'paragraphe':
      return uneLigne(bloc.texte);
    case 'liste':
      return points(bloc.points);
    case 'fiche':
      return bloc.lignes.map(ligneEnTexte).join('\n');
    case 'lien':
      return lienEnTexte(bloc.lien);
    case 'rubriques':
      return bloc.rubriques.map(rubriqueEnTexte).join('\n\n');
  }
}

function ligneEnTexte({ nom, texte }: LigneFiche): string {
  return `${uneLigne(nom)} : ${uneLigne(texte)}`;
}

function rubriqueEnTexte({ titre, points: lignes, lien }: Rubrique): string {
  const tete = `${uneLigne(titre)}\n${points(lignes)}`;
  return lien === null ? tete : `${tete}\n  ${lien.href}`;
}

/** A telephone number is already in the label. */
function lienEnTexte({ href, libelle }: { readonly href: string; readonly libelle: string }): string {
  return href.startsWith('tel:') ? uneLigne(libelle) : `${uneLigne(libelle)} : ${href}`;
}

function points(lignes: readonly string[]): string {
  return lignes.map((ligne) => `- ${uneLigne(ligne)}`).join('\n');
}
