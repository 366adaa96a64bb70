import { renderOpenApi } from '../../api/openapi';
import { listRoutes } from '../../api/table';
import { namesOf, readFile } from '../docs/lire';

/** What the core asks of other parcours has no door of its own: it is reached by this other operation. */
const PAR_UN_AUTRE_ACTE = {
  recordDeces: 'recordSuivi',
  recordEffacement: 'erasePersonne',
  assignRemplacant: 'confirmTransfert',
  cancelRemplacement: 'deleteReferentsIdAbsencesAbsenceId',
};

const types = ['domain/parcours/demandes.ts', 'domain/engagement/demandes-engagement.ts'].flatMap((fichier) =>
  namesOf(readFile(fichier).split('export type Constat')[0] ?? '', /readonly type: '(\w+)'/g),
);

describe('Les demandes du domaine', () => {
  const { paths = {} } = renderOpenApi(listRoutes('production'), 'http://127.0.0.1:3000');
  const operations = Object.values(paths).flatMap((chemin) =>
    Object.values(chemin as Record<string, { operationId: string }>).map((o) => o.operationId),
  );

  test('sont toutes lues : une trentaine au moins', () => {
    expect(types).toContain('openParcours');
    expect(types.length).toBeGreaterThan(30);
  });

  test.each(types)('« %s » a sa porte dans l’API', (type) => {
    const porte = Object.entries(PAR_UN_AUTRE_ACTE).find(([t]) => t === type)?.[1] ?? type;
    expect(operations).toContain(porte);
  });
});
