/** People of a list, as a département would send them: what the import reads, and what a bare INSERT writes. */
export type PersonneDeListe = {
  readonly id_externe: string;
  readonly prenom: string;
  readonly nom: string;
  readonly courriel: string;
  readonly telephone: string;
  readonly adresse: string;
};

export function* listPersonnes(prefixe: string, combien: number): Generator<PersonneDeListe> {
  for (let i = 0; i < combien; i += 1)
    yield {
      id_externe: `${prefixe}-${i}`,
      prenom: 'Zoé',
      nom: `Banc ${i}`,
      courriel: `zoe.banc.${i}@example.org`,
      telephone: '06 00 00 00 01',
      adresse: `${i} rue des Lilas, 83000 Toulon`,
    };
}

type Liste = {
  readonly prefixe: string;
  readonly combien: number;
  readonly structure: string;
  readonly referents: readonly string[];
};

const ENTETE =
  'identifiant;prénom;nom;courriel;téléphone;adresse;code structure;courriel du référent;programme;date d’orientation;soumis aux obligations\n';

/** The same, as the file that is sent, row after row. */
export async function* renderListe({
  prefixe,
  combien,
  structure,
  referents,
}: Liste): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from(ENTETE));
  let i = 0;
  for (const p of listPersonnes(prefixe, combien)) {
    const referent = referents[i % referents.length] ?? '';
    i += 1;
    yield Buffer.from(
      `${p.id_externe};${p.prenom};${p.nom};${p.courriel};${p.telephone};"${p.adresse}";${structure};${referent};faire/2025;03/01/2025;oui\n`,
    );
  }
}
