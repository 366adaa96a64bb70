import { homedir } from 'node:os';
import path from 'node:path';
import { notice, integer, port, text } from './champs';
import { PORT_POSTGRES } from './defauts';

const defaultCache = (xdg: string | undefined) => path.join(xdg ?? path.join(homedir(), '.cache'), 'jalons');

const DEVELOPPEMENT = 'Système de développement (npm start, npm test, npm run demo)';

export const developpement = {
  JALONS_PORT_POSTGRES: port()
    .default(PORT_POSTGRES)
    .meta(notice({ groupe: DEVELOPPEMENT, description: 'Port du PostgreSQL lancé par npm start.' })),
  JALONS_PORT_TEMPORAL: integer(1, 32_767, ' (Temporal n’en admet pas de plus grand)')
    .default(7233)
    .meta(notice({ groupe: DEVELOPPEMENT, description: 'Port du serveur Temporal lancé par npm start.' })),
  JALONS_PORT_TEMPORAL_UI: port()
    .default(8233)
    .meta(
      notice({ groupe: DEVELOPPEMENT, description: 'Port de l’interface Temporal lancée par npm start.' }),
    ),
  JALONS_PORT_SMTP: port()
    .default(2525)
    .meta(notice({ groupe: DEVELOPPEMENT, description: 'Port SMTP de la boîte de démonstration.' })),
  JALONS_PORT_COURRIELS: port()
    .default(8025)
    .meta(
      notice({
        groupe: DEVELOPPEMENT,
        description: 'Port de la page où se lisent les courriels de démonstration.',
      }),
    ),
  JALONS_DOSSIER: text('donnez un dossier.')
    .default('.jalons')
    .meta(
      notice({
        groupe: DEVELOPPEMENT,
        description: 'Dossier des données de npm start (effacé par npm run reset).',
      }),
    ),
  JALONS_CACHE: text('donnez un dossier.')
    .default(() => defaultCache(process.env['XDG_CACHE_HOME']))
    .meta(
      notice({
        groupe: DEVELOPPEMENT,
        description: 'Cache des programmes construits, hors du dépôt : un second clone ne reconstruit rien.',
        parDefaut: '~/.cache/jalons',
      }),
    ),
};
