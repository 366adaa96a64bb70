import path from 'node:path';
import { getConfiguration } from '../../config/configuration';
import { startBoite } from './boite';

/** The mail catcher as a process of its own: `npm start` and docker-compose.yml run it. */
async function main(): Promise<void> {
  const { JALONS_DOSSIER, JALONS_PORT_SMTP, JALONS_PORT_COURRIELS, ECOUTE } = getConfiguration();
  const boite = await startBoite({
    dossier: path.join(JALONS_DOSSIER, 'courriels'),
    smtpPort: JALONS_PORT_SMTP,
    webPort: JALONS_PORT_COURRIELS,
    ecoute: ECOUTE,
  });
  process.stdout.write(`Boîte de démonstration : ${boite.url}\n`);
  const stop = () => void boite.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`La boîte de démonstration n’a pas démarré : ${String(error)}\n`);
  process.exitCode = 1;
});
