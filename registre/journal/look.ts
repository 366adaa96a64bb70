import { joursAvantPlafond } from '../../domain/rendez-vous/mois';
import { aujourdhui, type Contexte } from '../../domain/parcours/contexte';
import type { Echeance } from '../../domain/parcours/echeance';
import { prochaineEcheance } from '../../domain/parcours/echeancier';
import { libelleEcheance } from '../../domain/parcours/libelles';
import { etapeOf, libellesEtape, type Parcours } from '../../domain/parcours/parcours';
import { epochMsOf } from '../../domain/temps/instant';
import type { Base } from '../base';
import {
  attenteOf,
  sqlAttente,
  MAINTENANT_SQL,
  type CourrielsEnAttente,
  type LigneAttente,
} from '../courriels/attente.prisma';
import { colonneOfInstant } from '../dates';
import { horlogeOf, type Horloge, type LigneHorloge } from '../horloge/horloge';
import { lecteurOf, type Salve } from '../salve';
import { contexteOf } from './lecture.prisma';
import type { Regard } from './regard';

type LigneRegard = LigneHorloge &
  LigneAttente & {
    etat: Parcours;
    code: string;
    prochaine_cle: string | null;
    prochaine_a: Date | null;
    horloge_vue: number;
  };

const D_UN_PARCOURS = `
  FROM parcours p JOIN structure s ON s.id = p.structure_id, horloge h, ${MAINTENANT_SQL},
    LATERAL (${sqlAttente('parcours')}) c
  WHERE p.id = $1::uuid AND h.id = 1`;

const REGARD = `
  SELECT p.etat, s.code, p.prochaine_cle, p.prochaine_a, p.horloge_vue,
    clock_timestamp() AS reel, h.decalage_ms, h.figee_a, h.version, c.* ${D_UN_PARCOURS}`;

/** What a state does not say of itself. */
const ALENTOURS = `SELECT s.code, c.* ${D_UN_PARCOURS}`;

/** Guarded by the rank: a look that was overtaken by a write must not put an old échéance back. */
const NOTE = `
  UPDATE parcours SET horloge_vue = $3, prochaine_a = $4::timestamptz, prochaine_cle = $5, prochaine_nature = $6
  WHERE id = $1::uuid AND rang = $2`;

/**
 * Reads the stored state and decides nothing; it notes the clock's version that it saw, and mends the derived
 * columns when a corrected rule gives another next échéance than the one written. What is already due is honoured
 * next, and noted there.
 */
export async function lookAt(base: Base, parcoursId: string): Promise<Regard | null> {
  const lecteur = lecteurOf(base);
  const [ligne] = await lecteur.read<LigneRegard>({ name: 'regarde', text: REGARD, values: [parcoursId] });
  if (ligne === undefined) return null;
  const p = ligne.etat;
  const horloge = horlogeOf(ligne);
  const ctx = contexteOf(p, horloge, { joignable: true }, null);
  const prochaine = prochaineEcheance(p, ctx);
  const inchangee =
    ligne.prochaine_cle === (prochaine?.cle ?? null) &&
    (ligne.prochaine_a?.getTime() ?? null) === (prochaine === null ? null : epochMsOf(prochaine.a));
  const due = prochaine !== null && prochaine.a <= ctx.maintenant;
  if (!inchangee || (ligne.horloge_vue !== horloge.version && !due)) {
    const a = prochaine === null ? null : colonneOfInstant(prochaine.a);
    const suite = [a, prochaine?.cle ?? null, prochaine?.nature ?? null];
    await lecteur.read({
      name: 'note_regard',
      text: NOTE,
      values: [parcoursId, p.rang, horloge.version, ...suite],
    });
  }
  return regardOf(p, ctx, horloge, { prochaine, codeStructure: ligne.code, courriels: attenteOf(ligne) });
}

/** The same look at a state just written, asked for within its transaction: it leaves with the commit. */
export async function lookAfter(
  tx: Salve,
  apres: Parcours,
  ctx: Contexte,
  horloge: Horloge,
): Promise<Regard> {
  const requete = { name: 'alentours', text: ALENTOURS, values: [apres.id] };
  const [ligne] = await tx.read<LigneAttente & { code: string }>(requete);
  if (ligne === undefined) throw new Error(`Parcours disparu sous son verrou : ${apres.id}`);
  const prochaine = prochaineEcheance(apres, ctx);
  return regardOf(apres, ctx, horloge, { prochaine, codeStructure: ligne.code, courriels: attenteOf(ligne) });
}

type Alentours = {
  readonly prochaine: Echeance | null;
  readonly codeStructure: string;
  readonly courriels: CourrielsEnAttente;
};

function regardOf(p: Parcours, ctx: Contexte, horloge: Horloge, alentours: Alentours): Regard {
  const { prochaine, courriels } = alentours;
  const suivante = prochaine === null ? null : pasOf(prochaine, horloge);
  const renvoi = renvoiOf(courriels);
  return {
    prochaine: renvoi !== null && (suivante === null || renvoi.dansMs < suivante.dansMs) ? renvoi : suivante,
    courriels: courriels.prets,
    clos: p.sortie !== null,
    fiche: ficheOf(p, ctx, alentours),
  };
}

/** The next attempt of a mail, when it is what comes first. */
export function renvoiOf({ dansMs }: CourrielsEnAttente) {
  if (dansMs === null) return null;
  return {
    nature: 'renvoi',
    cle: 'courriel:essai',
    libelle: 'Nouvel essai d’envoi d’un courriel',
    dansMs,
  } as const;
}

function pasOf(e: Echeance, { maintenant, mode, version }: Horloge): NonNullable<Regard['prochaine']> {
  return {
    nature: e.nature,
    cle: e.cle,
    libelle: libelleEcheance(e),
    dansMs: epochMsOf(e.a) - epochMsOf(maintenant),
    // Frozen, it does not run: whatever timer is set will do, however often the clock is moved.
    heure: `${e.a} ${mode === 'figee' ? mode : version}`,
  };
}

/** Codes, opaque ids and days: nothing here names a person (house 1, "inspected in the Temporal UI"). */
function ficheOf(
  p: Parcours,
  ctx: Contexte,
  { prochaine, codeStructure, courriels }: Alentours,
): Regard['fiche'] {
  const restants = joursAvantPlafond(p, ctx, aujourdhui(ctx));
  const prochaineDite = prochaine === null ? 'aucune' : `${libelleEcheance(prochaine)} (${prochaine.duLe})`;
  return {
    attributs: {
      JalonsEtape: etapeOf(p),
      JalonsDispositif: `${p.dispositif.code}/${p.dispositif.edition}`,
      JalonsStructure: codeStructure,
      JalonsReferent: p.referent?.id ?? 'aucun',
      JalonsProchaine: prochaine?.duLe ?? 'aucune',
      JalonsAlerte: alerteOf(p, courriels),
    },
    tableau: [
      '| Parcours | |',
      '| --- | --- |',
      `| Étape | ${libellesEtape[etapeOf(p)]} |`,
      `| Prochaine échéance | ${prochaineDite} |`,
      `| Jours avant la durée maximale | ${restants ?? 'contrat non signé'} |`,
      `| Courriels en attente | ${courriels.prets} |`,
    ].join('\n'),
  };
}

/** What an administrator looks for first: what only he can mend comes before what professionals decide. */
function alerteOf(p: Parcours, { contenuRefuse }: CourrielsEnAttente): string {
  if (contenuRefuse) return 'contenu_refuse';
  if (p.sortie !== null) return 'aucune';
  if (p.plafondAtteintA !== null) return 'plafond_a_decider';
  if (p.referent === null) return 'sans_referent';
  const manquement = p.manquements.find((m) => m.etat.etat !== 'clos');
  return manquement === undefined ? 'aucune' : `manquement_${manquement.etat.etat}`;
}
