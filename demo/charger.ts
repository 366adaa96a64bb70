import { getConfiguration } from '../config/configuration';
import { createBase, type Base, type Transaction } from '../registre/base';
import { colonneOfInstant, colonneOfJour } from '../registre/dates';
import { freezeHorloge } from '../registre/horloge/horloge';
import { restoreParcours } from '../registre/journal/restaure.prisma';
import { writeReveil } from '../registre/reveils/reveils';
import { referents, structures } from './departement/lieux';
import { idBeneficiaire, idParcours, PRESENT, writePasse } from './departement/passe';
import { personnes } from './departement/personnes';
import { idTexte, textes } from './departement/textes';
import { idOf } from './identite';
import { recapitulatifDe } from './oracle/marche';
import type { Monde } from './oracle/monde';

/** Loads the fictional département: the one program of `demo/` that writes to the base (it is the Prisma seed). */
async function main(): Promise<void> {
  const config = getConfiguration();
  if (config.JALONS_MODE === 'production') {
    throw new Error('La démonstration ne se charge pas en production : ses personnes sont inventées.');
  }
  const base = createBase(config.DATABASE_URL);
  try {
    if ((await base.structure.count()) > 0) {
      process.stdout.write('Le département fictif est déjà là : rien n’a été changé.\n');
      return;
    }
    const debut = performance.now();
    const monde = writePasse();
    await write(base, monde);
    const secondes = ((performance.now() - debut) / 1000).toFixed(1);
    process.stdout.write(`Département fictif chargé en ${secondes} s : ${monde.parcours.size} parcours.\n`);
  } finally {
    await base.$disconnect();
  }
}

/** All or nothing: a load cut in the middle leaves an empty base, and the next start loads again. */
async function write(base: Base, monde: Monde): Promise<void> {
  await base.$transaction(
    async (tx) => {
      await freezeHorloge(tx, PRESENT);
      await writeAnnuaire(tx);
      const horloge = { maintenant: PRESENT, version: 0, mode: 'figee' } as const;
      for (const { etat, journal } of monde.parcours.values())
        await restoreParcours(tx, etat, journal, horloge);
      await writeTextes(tx);
      await writeCourriels(tx, monde);
      await writeLignes(tx, monde);
      await writeMatinees(tx, monde);
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
}

async function writeAnnuaire(tx: Transaction): Promise<void> {
  await tx.structure.createMany({ data: [...structures] });
  for (const { permanences, ...referent } of referents) {
    await tx.referent.create({ data: { ...referent, permanences: { create: [...permanences] } } });
  }
  await tx.beneficiaire.createMany({
    data: personnes.map(({ prenom, nom, courriel, vie }, i) => ({
      id: idBeneficiaire(vie.idExterne),
      idExterne: vie.idExterne,
      prenom,
      nom,
      courriel: courriel ? `${adresseOf(prenom)}.${adresseOf(nom)}@example.org` : null,
      telephone: `06 00 00 01 ${String(i + 1).padStart(2, '0')}`,
      adresse: `${i + 1} rue des Lilas, 83000 Toulon`,
    })),
  });
}

function adresseOf(nom: string): string {
  return nom
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');
}

async function writeTextes(tx: Transaction): Promise<void> {
  const cles = Object.keys(textes) as (keyof typeof textes)[];
  await tx.texte.createMany({
    data: cles.map((cle) => ({
      id: idTexte(cle),
      parcoursId: idParcours(textes[cle].de),
      contenu: textes[cle].contenu,
      creeA: colonneOfInstant(PRESENT),
    })),
  });
}

/** The mails of the past have left: their rows say so, without the bytes that nobody ever sent. */
async function writeCourriels(tx: Transaction, monde: Monde): Promise<void> {
  await tx.courriel.createMany({
    data: monde.courriels.map((c) => ({
      id: idOf(`courriel:${c.structureId}:${c.parcoursId ?? ''}:${c.cle}`),
      parcoursId: c.parcoursId,
      structureId: c.structureId,
      cle: c.cle,
      modele: c.modele,
      destinataire: c.destinataire,
      voulu: c.voulu ?? {},
      etat: 'envoye',
      essais: 1,
      creeA: colonneOfInstant(c.a),
      essaiApres: colonneOfInstant(c.a),
      envoyeA: colonneOfInstant(c.a),
    })),
  });
}

async function writeLignes(tx: Transaction, monde: Monde): Promise<void> {
  await tx.ligne.createMany({
    data: monde.lignes.map((l) => ({
      parcoursId: l.parcoursId,
      cle: l.cle,
      structureId: l.structureId,
      referentId: monde.parcours.get(l.parcoursId)?.etat.referent?.id ?? null,
      pour: l.pour,
      avis: l.avis,
      rendezVousId: l.rendezVousId,
      le: colonneOfJour(l.le),
      emiseA: l.emise ? colonneOfInstant(PRESENT) : null,
    })),
  });
}

/** Mornings that still have something to say. */
async function writeMatinees(tx: Transaction, monde: Monde): Promise<void> {
  for (const [structureId, jours] of monde.matinees) {
    await tx.matinee.createMany({
      data: [...jours].map((le) => ({
        structureId,
        le: colonneOfJour(le),
        dueA: colonneOfInstant(recapitulatifDe(monde, structureId, le)),
      })),
    });
    if (jours.size > 0) await writeReveil(tx, `matinee-${structureId}`, 'reprise');
  }
}

main().catch((erreur: unknown) => {
  process.stderr.write(
    `Le département fictif n’a pas pu être chargé : ${erreur instanceof Error ? erreur.message : String(erreur)}\n`,
  );
  process.exitCode = 1;
});
