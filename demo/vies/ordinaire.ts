import { limiteReponse } from '../../domain/obligations/echeances-manquement';
import { findManquementOuvert } from '../../domain/obligations/manquement';
import type { Contexte } from '../../domain/parcours/contexte';
import type { Demande } from '../../domain/parcours/demandes';
import type { Parcours } from '../../domain/parcours/parcours';
import type { MotifSortie } from '../../domain/parcours/sortie';
import { jourAt } from '../../domain/temps/heure-locale';
import type { CivilDate } from '../../domain/temps/jour';
import { recordBilansDus } from './bilans';
import { recordDroitsVides, recordPointDu } from './engagement';
import { aRenseigner, recordPresence, signSiRecu, type Vie } from './vie';

type Caractere = {
  /** The référent stops saying who came, from that day. */
  readonly oublieDepuis?: CivilDate;
  readonly absentDepuis?: CivilDate;
  /** Appointments excused, by number. */
  readonly excuses?: readonly number[];
  /** Days after which bilans and legal stock-takes are recorded. */
  readonly retardBilan?: number;
  /** What this référent never records: the legal stock-take (R28), the rights looked at (R29). */
  readonly oublie?: readonly ('point' | 'droits')[];
  readonly signe?: boolean;
  /** Signed before the file came to this département's structure: the anchor is that day (R13). */
  readonly signeLe?: CivilDate;
  /** The référent answers the ladder's questions until that day. */
  readonly qualifieJusquAu?: CivilDate;
  readonly sortie?: { readonly le: CivilDate; readonly motif: MotifSortie };
  /** What is done besides, on the evening of a working day. */
  readonly gestes?: Readonly<Record<string, Vie['joue']>>;
};

/** An ordinary life, with its accidents: what fills a département. After a reorientation (R35), nothing but ordinary. */
export function ordinaire(code: string, titre: string, idExterne: string, c: Caractere = {}): Vie {
  return { code, titre, idExterne, joue: soirDe(c), joueSuivant: soirDe({}) };
}

function soirDe(c: Caractere): Vie['joue'] {
  const oublie = (quoi: 'point' | 'droits') => c.oublie?.includes(quoi) === true;
  return (p, ctx, le, autour) => {
    if (c.sortie !== undefined && le >= c.sortie.le)
      return [{ type: 'exitParcours', motif: c.sortie.motif, le }];
    return [
      ...(c.signe === false ? [] : signSiRecu(p, ctx, c.signeLe ?? le, le)),
      ...aRenseigner(p, ctx).flatMap((r) => presenceOf(r, c, ctx)),
      ...qualify(p, ctx, le, c),
      ...recordBilansDus(p, ctx, le, c.retardBilan ?? 0),
      ...(oublie('point') ? [] : recordPointDu(p, ctx, le, c.retardBilan ?? 0)),
      ...(oublie('droits') ? [] : recordDroitsVides(p)),
      ...(c.gestes?.[le]?.(p, ctx, le, autour) ?? []),
    ];
  };
}

function presenceOf(r: Parcours['rendezVous'][number], c: Caractere, ctx: Contexte): readonly Demande[] {
  const le = jourAt(r.creneau.debut, ctx.zone);
  if (c.oublieDepuis !== undefined && le >= c.oublieDepuis) return [];
  if (c.absentDepuis !== undefined && le >= c.absentDepuis) return [recordPresence(r, 'absent')];
  return [recordPresence(r, c.excuses?.includes(r.id) === true ? 'excuse' : 'honore')];
}

function qualify(p: Parcours, ctx: Contexte, le: CivilDate, c: Caractere): readonly Demande[] {
  const m = findManquementOuvert(p.manquements, 'absence');
  if (m?.etat.etat !== 'motif_demande' || c.qualifieJusquAu === undefined || le > c.qualifieJusquAu)
    return [];
  const limite = limiteReponse(m, 'demande_motif', p, ctx);
  return limite !== null && le > limite
    ? [{ type: 'qualifyMotif', manquement: m.id, qualification: 'sans_reponse', texteId: null }]
    : [];
}
