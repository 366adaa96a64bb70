import { globalRegistry } from 'zod';
import type { Notice } from './champs';
import { champsDeConfiguration } from './schema';

const WIDTH = 100;

function wrap(sentence: string): string[] {
  const lines = [''];
  for (const word of sentence.split(' ')) {
    const line = lines[lines.length - 1] ?? '';
    if (line !== '' && line.length + word.length + 1 > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line) => `# ${line}`);
}

/** The text of `.env.example`: every line commented out, so that copying it changes nothing. */
export function renderExemple(): string {
  const out = [
    '# Les variables de Jalons, avec leurs valeurs par défaut. Copiez ce fichier en .env et décommentez.',
    '# Produit par « npm run env:exemple » à partir de config/schema.ts : ne pas le modifier à la main.',
  ];
  let groupe = '';
  for (const [name, champ] of Object.entries(champsDeConfiguration)) {
    const notice = globalRegistry.get(champ) as unknown as Notice;
    if (notice.groupe !== groupe) out.push('', `# === ${notice.groupe} ===`);
    groupe = notice.groupe;
    const parsed = champ.safeParse(undefined);
    const parDefaut = notice.parDefaut ?? (parsed.data === undefined ? undefined : String(parsed.data));
    out.push('', ...wrap(notice.description), `# ${name}=${parDefaut ?? ''}`);
    if (parDefaut === undefined) out[out.length - 1] = `# ${name}=   (exemple : ${notice.exemple ?? '…'})`;
  }
  return `${out.join('\n')}\n`;
}

if (require.main === module) process.stdout.write(renderExemple());
