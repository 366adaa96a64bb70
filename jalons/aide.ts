import type { Commande } from './commande';

const APPEL = 'npm run jalons --';

/** Two columns, the second aligned. */
function columns(lignes: readonly (readonly [string, string])[]): string {
  const largeur = Math.max(...lignes.map(([gauche]) => gauche.length));
  return lignes.map(([gauche, droite]) => `  ${gauche.padEnd(largeur)}  ${droite}`).join('\n');
}

export function renderAide(commandes: Readonly<Record<string, Commande>>): string {
  const lignes = Object.entries(commandes).map(([nom, { resume }]) => [nom, resume] as const);
  return [
    `Emploi : ${APPEL} COMMANDE [OPTIONS]`,
    '',
    columns(lignes),
    '',
    `${APPEL} COMMANDE --help dit les options d’une commande.`,
    '',
  ].join('\n');
}

export function renderEmploi(nom: string, { resume, suite, options }: Commande): string {
  const lignes = Object.entries(options).map(
    ([option, { type, short, dit }]) =>
      [`${short ? `-${short}, ` : ''}--${option}${type === 'string' ? ' VALEUR' : ''}`, dit] as const,
  );
  return [
    `${nom} : ${resume}`,
    '',
    `Emploi : ${[APPEL, nom, suite].filter(Boolean).join(' ')}${lignes.length > 0 ? ' [OPTIONS]' : ''}`,
    ...(lignes.length > 0 ? ['', columns(lignes)] : []),
    '',
  ].join('\n');
}
