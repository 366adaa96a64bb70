import { parseArgs } from 'node:util';

type Option = { readonly type: 'boolean' | 'string'; readonly short?: string; readonly dit: string };
type Options = Readonly<Record<string, Option>>;
type Lus<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>;

/** One command of `npm run jalons`: what help says of it, and what it does. Answers its exit code. */
export type Commande = {
  readonly resume: string;
  /** What follows its name, as help writes it: « AGENT [LIBELLE] ». Without it, nothing may follow. */
  readonly suite?: string;
  readonly options: Options;
  readonly run: (args: readonly string[]) => Promise<number>;
};

/** What was typed cannot be understood: said with the usage of the command, exit code 2. */
export class MauvaisUsage extends Error {
  declare private readonly nominale: true;
}

export function defineCommande<const O extends Options>(c: {
  readonly resume: string;
  readonly suite?: string;
  readonly options: O;
  readonly run: (lus: Lus<O>) => Promise<number>;
}): Commande {
  return { ...c, run: async (args) => c.run(parse(args, c.options, c.suite !== undefined)) };
}

function parse<O extends Options>(args: readonly string[], options: O, libre: boolean): Lus<O> {
  const lus = inFrench(() => parseArgs({ args: [...args], options, allowPositionals: true as const }));
  const [trop] = lus.positionals;
  if (!libre && trop !== undefined) throw new MauvaisUsage(`« ${trop} » est de trop.`);
  return lus;
}

function inFrench<T>(lecture: () => T): T {
  try {
    return lecture();
  } catch (erreur) {
    throw new MauvaisUsage(explain(erreur), { cause: erreur });
  }
}

/** Node's own sentence names what was typed between quotes; ours says it in French. */
function explain(erreur: unknown): string {
  if (!(erreur instanceof Error)) return String(erreur);
  const code: unknown = Reflect.get(erreur, 'code');
  const [, dit = ''] = /'([^']*)'/.exec(erreur.message) ?? [];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `L’option « ${dit} » n’existe pas.`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const [option] = dit.split(/[ =]/);
    return dit.includes('<value>')
      ? `L’option « ${option} » demande une valeur.`
      : `L’option « ${option} » n’en prend pas.`;
  }
  return erreur.message;
}
