-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "etat" TEXT NOT NULL DEFAULT 'lecture',
    "par" TEXT NOT NULL,
    "colonnes" TEXT[],
    "par_jour" INTEGER NOT NULL,
    "cree_a" TIMESTAMPTZ(3) NOT NULL,
    "confirme_a" TIMESTAMPTZ(3),
    "prochaine_a" TIMESTAMPTZ(3),
    "fini_a" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_ligne" (
    "import_id" UUID NOT NULL,
    "numero" INTEGER NOT NULL,
    "cellules" TEXT[],
    "id_externe" TEXT,
    "saisie" JSONB,
    "verdict" TEXT NOT NULL,
    "etat" TEXT NOT NULL,
    "raisons" JSONB NOT NULL DEFAULT '[]',
    "rang" INTEGER NOT NULL DEFAULT 0,
    "ouvre_a" TIMESTAMPTZ(3),
    "parcours_id" UUID NOT NULL,

    CONSTRAINT "import_ligne_pkey" PRIMARY KEY ("import_id","numero")
);

-- CreateIndex
CREATE INDEX "import_prochaine_a_idx" ON "import"("prochaine_a");

-- CreateIndex
CREATE INDEX "import_ligne_import_id_etat_ouvre_a_idx" ON "import_ligne"("import_id", "etat", "ouvre_a");

-- CreateIndex
CREATE UNIQUE INDEX "import_ligne_import_id_id_externe_key" ON "import_ligne"("import_id", "id_externe");

-- AddForeignKey
ALTER TABLE "import_ligne" ADD CONSTRAINT "import_ligne_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
