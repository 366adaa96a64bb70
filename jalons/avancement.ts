/** How far a long command is. The French plural is its caller's: « parcours », « lignes ». */
export type Avance = {
  readonly faits: number;
  /** Null when nobody knows yet. */
  readonly total: number | null;
  readonly secondes: number;
  readonly unite: string;
  /** Seconds since the worker, who does the work, last moved. */
  readonly immobile?: number;
};

const BARRE = 24;
/** On a terminal, redrawn this often; elsewhere (a log, a pipe), one line every five seconds. */
const DESSIN_MS = 100;
const LIGNE_MS = 5_000;
/** Seconds without progress after which one asks whether anybody works. */
const PATIENCE = 20;

const nombre = (n: number) => new Intl.NumberFormat('fr-FR').format(n);

function duree(secondes: number): string {
  if (secondes < 60) return `${Math.ceil(secondes)} s`;
  const minutes = Math.ceil(secondes / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function renderAvance(
  { faits, total, secondes, unite, immobile = 0 }: Avance,
  barre: boolean,
): string {
  const vitesse = secondes > 0 ? faits / secondes : 0;
  const debit = vitesse > 0 ? ` · ${nombre(Number(vitesse.toPrecision(2)))}/s` : '';
  if (total === null) return `${nombre(faits)} ${unite}${debit}`;
  const plein = total === 0 ? BARRE : Math.min(BARRE, Math.floor((faits / total) * BARRE));
  const dessin = barre ? `[${'█'.repeat(plein)}${'░'.repeat(BARRE - plein)}] ` : '';
  const reste = vitesse > 0 && faits < total ? ` · encore ${duree((total - faits) / vitesse)}` : '';
  const suite =
    immobile > PATIENCE && faits < total
      ? ' · rien n’avance : le worker est-il en marche ? Il reprendra sans cette commande.'
      : reste;
  return `${dessin}${nombre(faits)} / ${nombre(total)} ${unite}${debit}${suite}`;
}

export type Avancement = { readonly advance: (combien?: number) => void; readonly end: () => void };

/** Says on `flux` how far the work is: a bar on a terminal, a line now and then elsewhere. */
export function createAvancement(x: {
  readonly total: number | null;
  readonly unite: string;
  /** Somebody else works: here one only looks. */
  readonly parLeWorker?: true;
  readonly flux?: NodeJS.WriteStream;
}): Avancement {
  const flux = x.flux ?? process.stderr;
  const terminal = flux.isTTY;
  const debut = performance.now();
  let dit = debut;
  let [faits, bouge] = [0, debut];
  const say = (fin: string) => {
    const ici = performance.now();
    const secondes = (ici - debut) / 1000;
    const immobile = x.parLeWorker === true ? (ici - bouge) / 1000 : 0;
    const phrase = renderAvance({ faits, total: x.total, secondes, unite: x.unite, immobile }, terminal);
    flux.write(terminal ? `\r\x1b[2K${phrase}${fin}` : `${phrase}\n`);
  };
  return {
    advance(combien = 1) {
      faits += combien;
      if (combien > 0) bouge = performance.now();
      if (performance.now() - dit < (terminal ? DESSIN_MS : LIGNE_MS)) return;
      dit = performance.now();
      say('');
    },
    end: () => say('\n'),
  };
}
