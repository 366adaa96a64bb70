import { explainErreurs, parseConfiguration } from '../../config/configuration';

const erreursOf = (environment: Record<string, string>) => {
  const lecture = parseConfiguration(environment);
  return lecture.ok ? [] : lecture.erreurs.map(({ variable }) => variable);
};

const PRODUCTION = {
  JALONS_MODE: 'production',
  DATABASE_URL: 'postgresql://jalons:secret@base.exemple.fr:5432/jalons',
  API_URL: 'https://jalons.exemple.fr',
  SMTP_HOST: 'relais.exemple.fr',
  SMTP_SECURITE: 'starttls',
  COURRIEL_EXPEDITEUR: 'Jalons <jalons@exemple.fr>',
};

describe('La configuration', () => {
  test('sans aucune variable, c’est celle de la démonstration', () => {
    expect(parseConfiguration({})).toMatchObject({
      ok: true,
      configuration: {
        JALONS_MODE: 'demonstration',
        API_PORT: 3000,
        TACHES: 'jalons',
        SMTP_SECURITE: 'aucune',
      },
    });
  });

  test('une variable vide vaut une variable absente', () => {
    expect(erreursOf({ API_PORT: '', SMTP_UTILISATEUR: ' ' })).toEqual([]);
  });

  test('toutes les erreurs sont dites à la fois, par variable, avec de quoi les corriger', () => {
    const lecture = parseConfiguration({ API_PORT: 'abc', JALONS_MODE: 'prod', SMTP_UTILISATEUR: 'jalons' });
    expect(lecture.ok).toBe(false);
    if (lecture.ok) return;
    const sentence = explainErreurs(lecture.erreurs);
    expect(sentence).toContain('API_PORT : valeur « abc » refusée : donnez un nombre entier de 1 à 65535');
    expect(sentence).toContain('JALONS_MODE : valeur « prod » refusée : choisissez « demonstration »');
    expect(sentence).toContain('SMTP_MOT_DE_PASSE : donnez SMTP_UTILISATEUR et SMTP_MOT_DE_PASSE ensemble');
  });

  test('un nombre hors de ses bornes est redit tel qu’il était écrit', () => {
    const lecture = parseConfiguration({ SMTP_PORT: '99999999' });
    expect(lecture).toMatchObject({
      erreurs: [{ variable: 'SMTP_PORT', phrase: expect.stringContaining('« 99999999 » refusée') as string }],
    });
  });

  test('la base, quand elle n’est pas donnée, est celle de npm start, à l’autre port qu’il aurait pris', () => {
    const baseOf = (environment: Record<string, string>) => {
      const lecture = parseConfiguration(environment);
      return lecture.ok ? lecture.configuration.DATABASE_URL : null;
    };
    expect(baseOf({})).toBe('postgresql://postgres:jalons@127.0.0.1:5433/jalons');
    expect(baseOf({ JALONS_PORT_POSTGRES: '5444' })).toBe(
      'postgresql://postgres:jalons@127.0.0.1:5444/jalons',
    );
    const donnee = 'postgresql://jalons:secret@base.exemple.fr:5432/jalons';
    expect(baseOf({ DATABASE_URL: donnee, JALONS_PORT_POSTGRES: '5444' })).toBe(donnee);
  });

  test('une adresse de base mal écrite est refusée sans que son mot de passe soit répété', () => {
    const lecture = parseConfiguration({ DATABASE_URL: 'mysql://jalons:tres-secret@base/jalons' });
    expect(JSON.stringify(lecture)).not.toContain('tres-secret');
    expect(lecture.ok).toBe(false);
  });

  test('la production est admise quand tout y est', () => {
    expect(erreursOf(PRODUCTION)).toEqual([]);
  });

  test.each([
    ['DATABASE_URL', ''],
    ['API_URL', 'http://jalons.exemple.fr'],
    ['API_URL', 'pas une adresse'],
    ['SMTP_SECURITE', 'aucune'],
    ['COURRIEL_EXPEDITEUR', ''],
    ['COURRIEL_BAIL', '100'],
  ])('la production refuse %s = « %s »', (variable, value) => {
    expect(erreursOf({ ...PRODUCTION, [variable]: value })).toContain(variable);
  });

  test.each(['a@b.fr\r\nBcc: x@exemple.fr', 'a@b.fr, c@d.fr', 'sans arobase'])(
    'l’expéditeur « %s » est refusé',
    (value) => {
      expect(erreursOf({ COURRIEL_EXPEDITEUR: value })).toEqual(['COURRIEL_EXPEDITEUR']);
    },
  );

  test('Temporal n’admet pas de port au-delà de 32767', () => {
    expect(erreursOf({ JALONS_PORT_TEMPORAL: '40000' })).toEqual(['JALONS_PORT_TEMPORAL']);
  });
});
