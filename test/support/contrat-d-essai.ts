import type { IncomingMessage, ServerResponse } from 'node:http';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Express } from 'express';
import { expressPath } from '../../api/montage';
import { renderOpenApi } from '../../api/openapi';
import { listRoutes } from '../../api/table';
import type { Configuration } from '../../config/configuration';

/** One answer of the API, as whoever asked received it. */
type Reponse = {
  readonly methode: string;
  /** The path and its query. */
  readonly chemin: string;
  readonly statut: number;
  readonly type: string | null;
  readonly texte: string;
};

/** What an answer says that the document does not; null when they agree. */
export type Verificateur = (reponse: Reponse) => string | null;

type Contenu = Readonly<Record<string, unknown>>;
type Operation = { readonly responses: Readonly<Record<string, { readonly content?: Contenu }>> };
type Chemins = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

const CONTRAT = 'contrat.json';
/** What the contract speaks of; the pages are for people. */
const DU_CONTRAT = /^\/(?:api\/v1\/|healthz|readyz|agenda\/)/;

export function createVerificateur(mode: Configuration['JALONS_MODE']): Verificateur {
  const document = renderOpenApi(listRoutes(mode), 'http://127.0.0.1:3000');
  const chemins = document.paths as unknown as Chemins;
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats(ajv);
  ajv.addSchema(document, CONTRAT);
  const formes = Object.keys(chemins).map((chemin) => ({
    chemin,
    forme: new RegExp(`^${expressPath(chemin).replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`),
  }));

  const check = (pointeur: readonly string[], texte: string, json: boolean): string | null => {
    const $ref = `${CONTRAT}#/${pointeur.map((p) => encodeURIComponent(p.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
    const valide = ajv.getSchema($ref) ?? ajv.compile({ $ref });
    return valide(json ? JSON.parse(texte) : texte) === true ? null : ajv.errorsText(valide.errors);
  };
  const probleme = (attendus: readonly number[], { statut, type, texte }: Reponse) =>
    attendus.includes(statut) && type?.startsWith('application/problem+json') === true
      ? check(['components', 'schemas', 'Probleme'], texte, true)
      : `statut ${statut} (${String(type)}) là où rien n’est documenté`;

  return (reponse) => {
    const [chemin = ''] = reponse.chemin.split('?');
    if (!DU_CONTRAT.test(chemin)) return null;
    const connu = formes.find(({ forme }) => forme.test(chemin))?.chemin;
    if (connu === undefined) return probleme([400, 404], reponse);
    const methode = reponse.methode.toLowerCase();
    const operation = chemins[connu]?.[methode];
    if (operation === undefined)
      return methode === 'options' || methode === 'head' ? null : probleme([405], reponse);
    const documentee = operation.responses[String(reponse.statut)];
    if (documentee === undefined) return `${connu} : le statut ${reponse.statut} n’est pas documenté`;
    if (documentee.content === undefined)
      return reponse.texte === '' ? null : `${connu} : un ${reponse.statut} n’a pas de corps`;
    const type = reponse.type?.split(';')[0] ?? '';
    if (documentee.content[type] === undefined) return `${connu} : le type « ${type} » n’est pas documenté`;
    const pointeur = [
      'paths',
      connu,
      methode,
      'responses',
      String(reponse.statut),
      'content',
      type,
      'schema',
    ];
    const faute = check(pointeur, reponse.texte, type.endsWith('json'));
    return faute === null ? null : `${methode} ${connu} ${reponse.statut} : ${faute}`;
  };
}

const verificateurs = new Map<string, Verificateur>();
const fautes: string[] = [];

/** Every answer of this app is held against the document, whoever asks: what differs fails the test that asked. */
export function watchContrat(app: Express, mode: Configuration['JALONS_MODE']): Express {
  const verifie = verificateurs.get(mode) ?? createVerificateur(mode);
  verificateurs.set(mode, verifie);
  const porteur = app as unknown as { handle: (q: IncomingMessage, s: ServerResponse, n?: unknown) => void };
  const { handle } = porteur;
  porteur.handle = function watched(this: Express, req, res, next) {
    const morceaux: Buffer[] = [];
    const keep = (morceau: unknown) => {
      if (typeof morceau === 'string' || Buffer.isBuffer(morceau)) morceaux.push(Buffer.from(morceau));
    };
    const write = res.write.bind(res);
    const end = res.end.bind(res);
    res.write = ((...a: Parameters<typeof write>) => {
      keep(a[0]);
      return write(...a);
    }) as typeof write;
    res.end = ((...a: Parameters<typeof end>) => {
      res.end = end;
      keep(a[0]);
      const type = res.getHeader('Content-Type');
      const faute = verifie({
        methode: req.method ?? '',
        chemin: req.url ?? '',
        statut: res.statusCode,
        type: typeof type === 'string' ? type : null,
        texte: req.method === 'HEAD' ? '' : Buffer.concat(morceaux).toString(),
      });
      if (faute !== null) fautes.push(faute);
      return end(...a);
    }) as typeof end;
    handle.call(this, req, res, next);
  };
  return app;
}

/** For whoever saw answers that do not agree. */
export function takeFautes(): readonly string[] {
  return fautes.splice(0);
}
