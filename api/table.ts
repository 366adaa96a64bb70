import type { Configuration } from '../config/configuration';
import { routesAgenda } from './routes/agenda';
import { routesBeneficiaires } from './routes/beneficiaires';
import { routesEffacement, routesPurges } from './routes/conservation';
import { routesCourriels } from './routes/courriels';
import { createRouteDocument } from './routes/document';
import { routesReponses } from './routes/documents';
import { routesExports } from './routes/exports';
import { routesFlux } from './routes/flux';
import { routesGestes } from './routes/gestes';
import { routesHorloge } from './routes/horloge';
import { routeOuverture } from './routes/ouverture';
import { routesImports } from './routes/imports';
import { routesParcours } from './routes/parcours';
import { routesReferents } from './routes/referents';
import { routesService } from './routes/service';
import { routesStructures } from './routes/structures';
import { routesTransferts } from './routes/transferts';
import type { Route } from './route';

/** Every route of the API, in the order in which the documentation shows them. */
export function listRoutes(mode: Configuration['JALONS_MODE']): readonly Route[] {
  const routes: readonly Route[] = [
    ...routesStructures,
    ...routesReferents,
    ...routesAgenda,
    ...routesFlux,
    ...routesTransferts,
    ...routesBeneficiaires,
    ...routesEffacement,
    routeOuverture,
    ...routesParcours,
    ...routesReponses,
    ...routesGestes,
    ...routesCourriels,
    ...routesImports,
    ...routesPurges,
    ...routesExports,
    ...(mode === 'production' ? [] : routesHorloge),
    ...routesService,
    createRouteDocument(() => routes),
  ];
  return routes;
}
