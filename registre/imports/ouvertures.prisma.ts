import type { Acteur } from '../../domain/parcours/faits';
import { explainRefus } from '../../domain/refus';
import type { Base } from '../base';
import { colonneOfInstant } from '../dates';
import { readHorloge } from '../horloge/horloge';
import { decideDemande } from '../journal/transige';
import { inSalve } from '../salve';
import { demandesOf } from './demandes';
import { dropRefusee } from './ecart.prisma';
import type { Raison, Saisie } from './imports';
import { scheduleImport } from './plan.prisma';

/** One local activity holds a lot well under its five seconds. */
const PARCOURS = 40;
const A_LA_FOIS = 4;

/** What is due is opened, each in its own transaction with the note of its row: a kill leaves none half done. */
export async function openParcoursDus(
  base: Base,
  id: string,
  apresChacun: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { maintenant } = await readHorloge(base);
  const { rows } = await base.pool.query<{ numero: number }>({
    name: 'import_dus',
    text: `SELECT l.numero FROM import_ligne l JOIN import i ON i.id = l.import_id
      WHERE l.import_id = $1::uuid AND i.etat = 'en_cours' AND l.etat = 'a_ouvrir' AND l.ouvre_a <= $2::timestamptz
      ORDER BY l.ouvre_a, l.numero LIMIT ${PARCOURS}`,
    values: [id, colonneOfInstant(maintenant)],
  });
  const reste = rows[Symbol.iterator]();
  const work = async () => {
    for (const { numero } of reste) {
      await dropRefusee(base, id, numero, () => openLigne(base, id, numero));
      await apresChacun();
    }
  };
  await Promise.all(Array.from({ length: A_LA_FOIS }, work));
  await inSalve(base, (tx) => {
    scheduleImport(tx, id);
    return Promise.resolve();
  });
}

const A_OUVRIR = `
  SELECT l.saisie, l.parcours_id, i.par, i.silencieux, b.id AS beneficiaire_id
  FROM import_ligne l JOIN import i ON i.id = l.import_id JOIN beneficiaire b ON b.id_externe = l.id_externe
  WHERE l.import_id = $1::uuid AND l.numero = $2 AND l.etat = 'a_ouvrir' FOR UPDATE OF l`;
const OUVERTE = `
  UPDATE import_ligne SET etat = $3, verdict = COALESCE($4, verdict), raisons = $5::jsonb, ouvre_a = NULL
  WHERE import_id = $1::uuid AND numero = $2`;

type AOuvrir = {
  saisie: Saisie;
  parcours_id: string;
  par: string;
  silencieux: boolean;
  beneficiaire_id: string;
};

function openLigne(base: Base, id: string, numero: number): Promise<void> {
  return inSalve(base, async (tx) => {
    const requete = { name: 'import_a_ouvrir', text: A_OUVRIR, values: [id, numero] };
    const [ligne] = await tx.read<AOuvrir>(requete);
    if (ligne === undefined) return;
    const { ouverture, contrat } = demandesOf(ligne.saisie, ligne.beneficiaire_id, ligne.silencieux);
    const saisie = {
      parcoursId: ligne.parcours_id,
      demande: ouverture,
      puis: contrat,
      par: ligne.par as Acteur,
    };
    const issue = await decideDemande(tx, saisie);
    const refus = 'refus' in issue ? issue.refus : null;
    const raisons: Raison[] = refus === null ? [] : [{ colonne: '', raison: explainRefus(refus) }];
    const suite = // Somebody opened it meanwhile: there is nothing left to do.
      refus === null
        ? ['faite', null]
        : refus.code === 'parcours_deja_ouvert'
          ? ['faite', 'inchange']
          : ['rejetee', 'rejete'];
    tx.write({
      name: 'import_ouverte',
      text: OUVERTE,
      values: [id, numero, ...suite, JSON.stringify(raisons)],
    });
  });
}
