CREATE SCHEMA {SCHEMA};
CREATE TABLE {SCHEMA}.change (
    id bigint NOT NULL,
    version bigint NOT NULL,
    ordinal bigint,
    record bigint,
    kind text NOT NULL COLLATE pg_catalog."C",
    control_number text NOT NULL COLLATE pg_catalog."C",
    action text NOT NULL,
    hash bytea,
    before_form text,
    before_hash bytea,
    before_version bigint,
    before_title text,
    before_author text,
    before_subject text,
    before_marc bytea,
    before_identifiers json,
    before_holdings json
);
CREATE TABLE {SCHEMA}.checksum (
    contributor bigint NOT NULL,
    table_name text NOT NULL,
    rows bigint NOT NULL,
    sum bytea NOT NULL
);
CREATE TABLE {SCHEMA}.cluster (
    record bigint NOT NULL,
    master bigint NOT NULL,
    contributor bigint NOT NULL,
    level bigint NOT NULL,
    oclc text,
    title bigint NOT NULL
);
CREATE TABLE {SCHEMA}.contributor (
    id bigint NOT NULL,
    symbol text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL
);
CREATE TABLE {SCHEMA}.history (
    version bigint NOT NULL,
    section text NOT NULL COLLATE pg_catalog."C",
    place text NOT NULL COLLATE pg_catalog."C",
    records bigint NOT NULL
);
CREATE TABLE {SCHEMA}.holding (
    record bigint NOT NULL,
    number bigint NOT NULL,
    library text,
    location text,
    sublocation text,
    call_number text,
    copy text,
    barcode text,
    note text
);
CREATE TABLE {SCHEMA}.identifier (
    record bigint NOT NULL,
    type text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE {SCHEMA}.match_key (
    record bigint NOT NULL,
    key bytea NOT NULL
);
CREATE TABLE {SCHEMA}.meta (
    key text NOT NULL,
    value text NOT NULL
);
CREATE TABLE {SCHEMA}.record (
    id bigint NOT NULL,
    contributor bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    control_number text NOT NULL COLLATE pg_catalog."C",
    form text NOT NULL,
    hash bytea NOT NULL,
    version bigint NOT NULL,
    title text NOT NULL,
    author text NOT NULL,
    subject text NOT NULL,
    marc bytea NOT NULL
);
CREATE TABLE {SCHEMA}.rematch (
    version bigint NOT NULL,
    rules_before text,
    rules text,
    report text DEFAULT ''::text NOT NULL
);
CREATE TABLE {SCHEMA}.review (
    kind text NOT NULL COLLATE pg_catalog."C",
    evidence text NOT NULL COLLATE pg_catalog."C",
    record bigint NOT NULL
);
CREATE TABLE {SCHEMA}.seal (
    table_name text NOT NULL,
    id bigint NOT NULL,
    sum bytea NOT NULL
);
CREATE TABLE {SCHEMA}.search (
    record bigint NOT NULL,
    title tsvector NOT NULL,
    author tsvector NOT NULL,
    subject tsvector NOT NULL
);
CREATE TABLE {SCHEMA}.version (
    id bigint NOT NULL,
    contributor bigint NOT NULL,
    period text NOT NULL,
    mode text NOT NULL,
    submission text NOT NULL,
    input text NOT NULL,
    added bigint DEFAULT 0 NOT NULL,
    replaced bigint DEFAULT 0 NOT NULL,
    unchanged bigint DEFAULT 0 NOT NULL,
    deleted bigint DEFAULT 0 NOT NULL,
    delete_not_held bigint DEFAULT 0 NOT NULL,
    absent bigint DEFAULT 0 NOT NULL,
    rows_before bigint NOT NULL,
    rows_after bigint DEFAULT 0 NOT NULL,
    sums_before text NOT NULL,
    summary text DEFAULT ''::text NOT NULL,
    verdict text DEFAULT ''::text NOT NULL
);
INSERT INTO {SCHEMA}.change VALUES (4294967297, 1, 0, 1, 'bibliographic', 'n1', 'added', '\xf59152a38598d29c95c0d2ca815e601c', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.change VALUES (4294967298, 1, 1, 2, 'bibliographic', 'n2', 'added', '\x5dd29eacac5f8296e4fe3b233ea3aa0c', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.change VALUES (4294967299, 1, 2, 3, 'bibliographic', 'n3', 'added', '\xf2c85b0ecf0ab42e9c784103fa074cdc', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.change VALUES (4294967300, 1, 3, 4, 'bibliographic', 'n4', 'added', '\x2e239c97c203cc80bffbf308400797a6', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.change VALUES (4294967301, 1, 4, 5, 'bibliographic', 'n5', 'added', '\x3b9e69877c957249607dee770ec2a634', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.change VALUES (4294967302, 1, 5, 6, 'bibliographic', 'n6', 'added', '\x819f8b93bc65079c38611467ba34a081', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.change VALUES (4294967303, 1, 6, 7, 'bibliographic', 'n7', 'added', '\xfd1779048e8287a34d021e808f5041e1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.change VALUES (4294967304, 1, 7, 8, 'bibliographic', 'n8', 'added', '\x9d45f8784a741187aef13a500bbc134a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.change VALUES (4294967305, 1, 8, 9, 'bibliographic', 'n10', 'added', '\xd538ef2326fda9e694c6d107dbf9e8b5', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.change VALUES (4294967306, 1, 9, 10, 'holdings', 'h4', 'added', '\xe9a7b5e34b64b4fe78c6bfe30a5cac95', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.change VALUES (4294967307, 1, 10, 11, 'holdings', 'h5', 'added', '\xf75f3e78a06de65c87f0196154ce2e14', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.change VALUES (8589934593, 2, 0, 12, 'bibliographic', 'c3', 'added', '\x34de14279133cdf589cfecfa97a50708', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.change VALUES (8589934594, 2, 1, 13, 'bibliographic', 'c4', 'added', '\x686f5a1e569de5c1b158f8d1999fcf73', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.change VALUES (8589934595, 2, 2, 14, 'bibliographic', 'c5', 'added', '\xeeb45c98048ed7d546bff406d2e68f37', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.change VALUES (8589934596, 2, 3, 15, 'bibliographic', 'c6', 'added', '\xd892f6c478b375856e522b4201ab72cd', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.change VALUES (8589934597, 2, 4, 16, 'bibliographic', 'c7', 'added', '\x66f85e11eef9768ca59b83c0a38db925', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.change VALUES (12884901889, 3, 0, 2, 'bibliographic', 'n2', 'replaced', '\x8916bbd3258f462fa69db415cf02c4c0', 'iso2709', '\x5dd29eacac5f8296e4fe3b233ea3aa0c', 1, 'Comedy number 2 /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033353263616d206132323030313333206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343230303039323330303030323130303133343635303030313430303135353835323030323430303136393835323030323530303139331e6e321e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030321e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d656479206e756d6265722032202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f624d61696e1f68505420321f7033321e20201f614256411f62416e6e65781f68505420321f7034321e1d', '[["oclc", "4002"]]', '[[1, "BVA", "Main", null, "PT 2", null, "32", null], [2, "BVA", "Annex", null, "PT 2", null, "42", null]]');
INSERT INTO {SCHEMA}.change VALUES (12884901890, 3, 1, 3, 'bibliographic', 'n3', 'replaced', '\x89fccfe5b4239d70ad41bc3c45fbb348', 'iso2709', '\xf2c85b0ecf0ab42e9c784103fa074cdc', 1, 'Comedy number 3 /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033353963616d206132323030313333206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343230303039323330303030323130303133343635303030313430303135353835323030323430303136393835363030333230303139331e6e331e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030331e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d656479206e756d6265722033202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f624d61696e1f68505420331f7033331e34301f7568747470733a2f2f6578616d706c652e6f72672f331f79526561641e1d', '[["oclc", "4003"]]', '[[1, "BVA", "Main", null, "PT 3", null, "33", null]]');
INSERT INTO {SCHEMA}.change VALUES (12884901891, 3, 2, 4, 'bibliographic', 'n4', 'deleted', NULL, 'iso2709', '\x2e239c97c203cc80bffbf308400797a6', 1, 'Comedy number 4 /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033373763616d206132323030313435206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343230303039323330303030323130303133343635303030313430303135353835323030323430303136393835323030323530303139333836363030313330303231381e6e341e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030341e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d656479206e756d6265722034202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f624d61696e1f68505420341f7033341e20201f614256411f62416e6e65781f68505420341f7034341e20301f38301f61762e312d341e1d', '[["oclc", "4004"]]', '[[1, "BVA", "Main", null, "PT 4", null, "34", null], [2, "BVA", "Annex", null, "PT 4", null, "44", null]]');
INSERT INTO {SCHEMA}.change VALUES (12884901894, 3, 5, 9, 'bibliographic', 'n10', 'replaced', '\x674bb61e4fd4de0ff9067fda7cf457ab', 'iso2709', '\xd538ef2326fda9e694c6d107dbf9e8b5', 1, 'Comedy number 10 /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033323363616d206132323030313231206120343530303030313030303430303030303030383030343130303030343033353030313630303034353130303030333230303036313234353030343330303039333330303030323130303133363635303030313430303135373835363030333030303137311e6e31301e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343031301e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d656479206e756d626572203130202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e34301f7568747470733a2f2f6f6e6c696e652e6578616d706c652f31301e1d', '[["oclc", "4010"]]', '[]');
INSERT INTO {SCHEMA}.change VALUES (12884901892, 3, 3, NULL, 'bibliographic', 'n99', 'delete-not-held', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.change VALUES (12884901893, 3, 4, 17, 'bibliographic', 'n9', 'added', '\x9c7e46023f90c34fea90f2dc2f353633', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.change VALUES (17179869185, 4, 1, 14, 'bibliographic', 'c5', 'replaced', '\x0dab3651c842771798c9b4859a0e88f4', 'iso2709', '\xeeb45c98048ed7d546bff406d2e68f37', 2, 'Comedy number 5 /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033353963616d206132323030313435206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343230303039323330303030323130303133343635303030313430303135353835323030323430303136393837363030313030303139333837363030313030303230331e63351e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030351e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d656479206e756d6265722035202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f624d61696e1f68505420351f7033351e20201f7035351f74311e20201f7036351f74321e1d', '[["oclc", "4005"]]', '[[1, "BVA", "Main Library", null, "PT 5", null, "55", null]]');
INSERT INTO {SCHEMA}.change VALUES (17179869186, 4, 2, 18, 'bibliographic', 'c8', 'added', '\x1fe225b46f719ecb04962c78c21e93b4', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.change VALUES (17179869187, 4, NULL, 13, 'bibliographic', 'c4', 'absent', NULL, 'iso2709', '\x686f5a1e569de5c1b158f8d1999fcf73', 2, 'Comedy number 4 /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033373763616d206132323030313435206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343230303039323330303030323130303133343635303030313430303135353835323030323430303136393835323030323530303139333836363030313330303231381e63341e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030341e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d656479206e756d6265722034202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f624d61696e1f68505420341f7033341e20201f614256411f62416e6e65781f68505420341f7034341e20301f38301f61762e312d341e1d', '[["oclc", "4004"]]', '[[1, "BVA", "Main Library", null, "PT 4", null, "34", null], [2, "BVA", "Annex", null, "PT 4", null, "44", null]]');
INSERT INTO {SCHEMA}.change VALUES (17179869188, 4, NULL, 15, 'bibliographic', 'c6', 'absent', NULL, 'iso2709', '\xd892f6c478b375856e522b4201ab72cd', 2, 'Comedy number 6 /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033393663616d206132323030313435206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343230303039323330303030323130303133343635303030313430303135353835323030323430303136393835323030323530303139333835363030333230303231381e63361e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030361e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d656479206e756d6265722036202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f624d61696e1f68505420361f7033361e20201f614256411f62416e6e65781f68505420361f7034361e34301f7568747470733a2f2f6578616d706c652e6f72672f361f79526561641e1d', '[["oclc", "4006"]]', '[[1, "BVA", "Main Library", null, "PT 6", null, "36", null], [2, "BVA", "Annex", null, "PT 6", null, "46", null]]');
INSERT INTO {SCHEMA}.change VALUES (17179869189, 4, NULL, 16, 'bibliographic', 'c7', 'absent', NULL, 'iso2709', '\x66f85e11eef9768ca59b83c0a38db925', 2, 'Comedy number 7 /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033313563616d206132323030313231206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343230303039323330303030323130303133343635303030313430303135353835323030323430303136391e63371e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030371e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d656479206e756d6265722037202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f624d61696e1f68505420371f7033371e1d', '[["oclc", "4007"]]', '[[1, "BVA", "Main Library", null, "PT 7", null, "37", null]]');
INSERT INTO {SCHEMA}.change VALUES (21474836483, 5, 2, 11, 'holdings', 'h5', 'deleted', NULL, 'iso2709', '\xf75f3e78a06de65c87f0196154ce2e14', 1, '', '', '', '\x30303136396e79202061323230303038357a6e20343530303030313030303330303030303030343030303330303030333030383030333330303030363835323030323730303033393836363030313730303036361e68351e6e351e39333035313730752020202038202020303030317575656e67303933303531371e30201f614256411f6253746f726167651f684d4620351f7037351e20301f38301f61313939302d323030311e1d', '[]', '[[1, "BVA", "Storage", null, "MF 5", null, "75", null]]');
INSERT INTO {SCHEMA}.change VALUES (21474836481, 5, 0, 3, 'bibliographic', 'n3', 'replaced', '\x9aeab3cd429c130a11f7bcc5f7b35529', 'iso2709', '\x89fccfe5b4239d70ad41bc3c45fbb348', 3, 'Comedy three, revised /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033363563616d206132323030313333206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343830303039323330303030323130303134303635303030313430303136313835323030323430303137353835363030333230303139391e6e331e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030331e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d6564792074687265652c2072657669736564202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f624d61696e1f68505420331f7033331e34301f7568747470733a2f2f6578616d706c652e6f72672f331f79526561641e1d', '[["oclc", "4003"]]', '[[1, "BVA", "Main", null, "PT 3", null, "33", null]]');
INSERT INTO {SCHEMA}.change VALUES (21474836482, 5, 1, 19, 'bibliographic', 'n4', 'added', '\xab1299ff8f6a34cb79bc1d007d4ac0f9', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO {SCHEMA}.checksum VALUES (2, 'record', 3, '\x3cd7717460775ef7d02c0ac51b58e4ed');
INSERT INTO {SCHEMA}.checksum VALUES (2, 'holding', 4, '\xaaed3ee98837a92bf19b84afbe52a30d');
INSERT INTO {SCHEMA}.checksum VALUES (2, 'identifier', 3, '\x5afa7856d930fd0a848243de04301bf1');
INSERT INTO {SCHEMA}.checksum VALUES (1, 'record', 11, '\x40f55eefe5f235d299d4e0014b4f6536');
INSERT INTO {SCHEMA}.checksum VALUES (1, 'holding', 14, '\xe45c649cc8b07231be86458712565515');
INSERT INTO {SCHEMA}.checksum VALUES (1, 'identifier', 10, '\x01134466cd8f08f5e33873a3c9f462d6');
INSERT INTO {SCHEMA}.cluster VALUES (1, 1, 1, 0, '4001', 2253760787);
INSERT INTO {SCHEMA}.cluster VALUES (2, 2, 1, 0, '4002', 3490330103);
INSERT INTO {SCHEMA}.cluster VALUES (3, 3, 1, 0, '4003', 3642628785);
INSERT INTO {SCHEMA}.cluster VALUES (5, 5, 1, 0, '4005', 2253760787);
INSERT INTO {SCHEMA}.cluster VALUES (6, 6, 1, 0, '4006', 2253760787);
INSERT INTO {SCHEMA}.cluster VALUES (7, 7, 1, 0, '4007', 2253760787);
INSERT INTO {SCHEMA}.cluster VALUES (8, 8, 1, 0, '4008', 2253760787);
INSERT INTO {SCHEMA}.cluster VALUES (9, 9, 1, 0, '4010', 2030460657);
INSERT INTO {SCHEMA}.cluster VALUES (17, 17, 1, 0, '4009', 2253760787);
INSERT INTO {SCHEMA}.cluster VALUES (19, 19, 1, 0, '4004', 2253760787);
INSERT INTO {SCHEMA}.cluster VALUES (12, 3, 2, 0, '4003', 2253760787);
INSERT INTO {SCHEMA}.cluster VALUES (14, 5, 2, 0, '4005', 2723849897);
INSERT INTO {SCHEMA}.cluster VALUES (18, 8, 2, 0, '4008', 2253760787);
INSERT INTO {SCHEMA}.contributor VALUES (2, 'cvb', 'Library cvb');
INSERT INTO {SCHEMA}.contributor VALUES (1, 'bva', 'Library bva');
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '001', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '008', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '008 length 40', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '008/00-05=date', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '008/06=s', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '008/15-17=country', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '008/35-37=language', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '008/39=d', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '035', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '035$a', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '100', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '100$a', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '100$d', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '245', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '245$a', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '245$c', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '300', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '300$a', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '300$c', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '650', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '650$a', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '852', 8);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '852$a', 8);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '852$b', 8);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '852$h', 8);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '852$p', 8);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '856', 3);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '856$u', 3);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '856$y', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '866', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '866$8', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '866$a', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '876', 1);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '876$p', 1);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', '876$t', 1);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', 'LDR/06=a', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', 'LDR/07=m', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', 'LDR/17=#', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', 'LDR/18=a', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'bibliographic', 'records', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'code', 'validate.final-punctuation-missing', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'control-number', 'n#', 9);
INSERT INTO {SCHEMA}.history VALUES (1, 'holdings', '001', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'holdings', '004', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'holdings', '008', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'holdings', '008 length 32', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'holdings', '852', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'holdings', '852$a', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'holdings', '852$b', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'holdings', '852$h', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'holdings', '852$p', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'holdings', '866', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'holdings', '866$8', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'holdings', '866$a', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'holdings', 'LDR/06=y', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'holdings', 'LDR/07=#', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'holdings', 'LDR/17=z', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'holdings', 'LDR/18=n', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'holdings', 'records', 2);
INSERT INTO {SCHEMA}.history VALUES (1, 'level', 'clean', 11);
INSERT INTO {SCHEMA}.history VALUES (1, 'submission', 'records', 11);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '001', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '008', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '008 length 40', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '008/00-05=date', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '008/06=s', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '008/15-17=country', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '008/35-37=language', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '008/39=d', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '035', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '035$a', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '100', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '100$a', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '100$d', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '245', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '245$a', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '245$c', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '300', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '300$a', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '300$c', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '650', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '650$a', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '852', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '852$a', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '852$b', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '852$h', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '852$p', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '856', 2);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '856$u', 2);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '856$y', 2);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '866', 1);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '866$8', 1);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '866$a', 1);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '876', 1);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '876$p', 1);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', '876$t', 1);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', 'LDR/06=a', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', 'LDR/07=m', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', 'LDR/17=#', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', 'LDR/18=a', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'bibliographic', 'records', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'code', 'validate.final-punctuation-missing', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'control-number', 'c#', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'level', 'clean', 5);
INSERT INTO {SCHEMA}.history VALUES (2, 'submission', 'records', 5);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '001', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '008', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '008 length 40', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '008/00-05=date', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '008/06=s', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '008/15-17=country', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '008/35-37=language', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '008/39=d', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '035', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '035$a', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '100', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '100$a', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '100$d', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '245', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '245$a', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '245$c', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '300', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '300$a', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '300$c', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '650', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '650$a', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '852', 3);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '852$a', 3);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '852$b', 3);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '852$h', 3);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '852$p', 3);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '856', 3);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '856$u', 3);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', '856$y', 2);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', 'LDR/06=a', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', 'LDR/07=m', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', 'LDR/17=#', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', 'LDR/18=a', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'bibliographic', 'records', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'code', 'validate.final-punctuation-missing', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'control-number', 'n#', 6);
INSERT INTO {SCHEMA}.history VALUES (3, 'level', 'clean', 4);
INSERT INTO {SCHEMA}.history VALUES (3, 'submission', 'deletes', 2);
INSERT INTO {SCHEMA}.history VALUES (3, 'submission', 'records', 6);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '001', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '008', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '008 length 40', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '008/00-05=date', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '008/06=s', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '008/15-17=country', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '008/35-37=language', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '008/39=d', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '035', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '035$a', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '100', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '100$a', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '100$d', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '245', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '245$a', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '245$c', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '300', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '300$a', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '300$c', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '650', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '650$a', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '852', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '852$a', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '852$b', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '852$h', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '852$p', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '856', 1);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '856$u', 1);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '856$y', 1);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '866', 1);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '866$8', 1);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '866$a', 1);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '876', 1);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '876$p', 1);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', '876$t', 1);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', 'LDR/06=a', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', 'LDR/07=m', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', 'LDR/17=#', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', 'LDR/18=a', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'bibliographic', 'records', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'code', 'validate.final-punctuation-missing', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'control-number', 'c#', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'level', 'clean', 3);
INSERT INTO {SCHEMA}.history VALUES (4, 'submission', 'records', 3);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '001', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '008', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '008 length 40', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '008/00-05=date', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '008/06=s', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '008/15-17=country', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '008/35-37=language', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '008/39=d', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '035', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '035$a', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '100', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '100$a', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '100$d', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '245', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '245$a', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '245$c', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '300', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '300$a', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '300$c', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '650', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '650$a', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '852', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '852$a', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '852$b', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '852$h', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '852$p', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '856', 1);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '856$u', 1);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '856$y', 1);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '866', 1);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '866$8', 1);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', '866$a', 1);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', 'LDR/06=a', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', 'LDR/07=m', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', 'LDR/17=#', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', 'LDR/18=a', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'bibliographic', 'records', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'code', 'validate.final-punctuation-missing', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'control-number', 'n#', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'level', 'clean', 2);
INSERT INTO {SCHEMA}.history VALUES (5, 'submission', 'deletes', 1);
INSERT INTO {SCHEMA}.history VALUES (5, 'submission', 'records', 3);
INSERT INTO {SCHEMA}.holding VALUES (1, 1, 'BVA', 'Main', NULL, 'PT 1', NULL, '31', NULL);
INSERT INTO {SCHEMA}.holding VALUES (5, 1, 'BVA', 'Main', NULL, 'PT 5', NULL, '35', NULL);
INSERT INTO {SCHEMA}.holding VALUES (6, 1, 'BVA', 'Main', NULL, 'PT 6', NULL, '36', NULL);
INSERT INTO {SCHEMA}.holding VALUES (6, 2, 'BVA', 'Annex', NULL, 'PT 6', NULL, '46', NULL);
INSERT INTO {SCHEMA}.holding VALUES (7, 1, 'BVA', 'Main', NULL, 'PT 7', NULL, '37', NULL);
INSERT INTO {SCHEMA}.holding VALUES (8, 1, 'BVA', 'Main', NULL, 'PT 8', NULL, '38', NULL);
INSERT INTO {SCHEMA}.holding VALUES (8, 2, 'BVA', 'Annex', NULL, 'PT 8', NULL, '48', NULL);
INSERT INTO {SCHEMA}.holding VALUES (10, 1, 'BVA', 'Storage', NULL, 'MF 4', NULL, '74', NULL);
INSERT INTO {SCHEMA}.holding VALUES (12, 1, 'BVA', 'Main Library', NULL, 'PT 3', NULL, '33', NULL);
INSERT INTO {SCHEMA}.holding VALUES (2, 1, 'BVA', 'Main', NULL, 'PT 2', NULL, '32', NULL);
INSERT INTO {SCHEMA}.holding VALUES (2, 2, 'BVA', 'Annex', NULL, 'PT 2', NULL, '42', NULL);
INSERT INTO {SCHEMA}.holding VALUES (17, 1, 'BVA', 'Main', NULL, 'PT 9', NULL, '39', NULL);
INSERT INTO {SCHEMA}.holding VALUES (14, 1, 'BVA', 'Main Library', NULL, 'PT 5', NULL, '55', NULL);
INSERT INTO {SCHEMA}.holding VALUES (18, 1, 'BVA', 'Main Library', NULL, 'PT 8', NULL, '38', NULL);
INSERT INTO {SCHEMA}.holding VALUES (18, 2, 'BVA', 'Annex', NULL, 'PT 8', NULL, '48', NULL);
INSERT INTO {SCHEMA}.holding VALUES (3, 1, 'BVA', 'Elsewhere', NULL, 'PT 3', NULL, '33', NULL);
INSERT INTO {SCHEMA}.holding VALUES (19, 1, 'BVA', 'Main', NULL, 'PT 4', NULL, '34', NULL);
INSERT INTO {SCHEMA}.holding VALUES (19, 2, 'BVA', 'Annex', NULL, 'PT 4', NULL, '44', NULL);
INSERT INTO {SCHEMA}.identifier VALUES (1, 'oclc', '4001');
INSERT INTO {SCHEMA}.identifier VALUES (5, 'oclc', '4005');
INSERT INTO {SCHEMA}.identifier VALUES (6, 'oclc', '4006');
INSERT INTO {SCHEMA}.identifier VALUES (7, 'oclc', '4007');
INSERT INTO {SCHEMA}.identifier VALUES (8, 'oclc', '4008');
INSERT INTO {SCHEMA}.identifier VALUES (12, 'oclc', '4003');
INSERT INTO {SCHEMA}.identifier VALUES (2, 'oclc', '4002');
INSERT INTO {SCHEMA}.identifier VALUES (17, 'oclc', '4009');
INSERT INTO {SCHEMA}.identifier VALUES (9, 'oclc', '4010');
INSERT INTO {SCHEMA}.identifier VALUES (14, 'oclc', '4005');
INSERT INTO {SCHEMA}.identifier VALUES (18, 'oclc', '4008');
INSERT INTO {SCHEMA}.identifier VALUES (3, 'oclc', '4003');
INSERT INTO {SCHEMA}.identifier VALUES (19, 'oclc', '4004');
INSERT INTO {SCHEMA}.match_key VALUES (1, '\x0158a9f3ea1edda0cc045659c7215bfe');
INSERT INTO {SCHEMA}.match_key VALUES (2, '\x011807bbb454dc83476680d6cbdaf121');
INSERT INTO {SCHEMA}.match_key VALUES (3, '\x0180df6fb0157de14ee733986fffc921');
INSERT INTO {SCHEMA}.match_key VALUES (5, '\x01cdfcd987a2cb919c9655139fa87683');
INSERT INTO {SCHEMA}.match_key VALUES (6, '\x01126113cad225210a543f845c73b1b3');
INSERT INTO {SCHEMA}.match_key VALUES (7, '\x01227abbd104a1c2d16b4306e88c2297');
INSERT INTO {SCHEMA}.match_key VALUES (8, '\x01c563a9d4534edc8a8d4c24a4c14d2f');
INSERT INTO {SCHEMA}.match_key VALUES (9, '\x01529585dffa7ef20c923cef406b81ec');
INSERT INTO {SCHEMA}.match_key VALUES (12, '\x0180df6fb0157de14ee733986fffc921');
INSERT INTO {SCHEMA}.match_key VALUES (14, '\x01cdfcd987a2cb919c9655139fa87683');
INSERT INTO {SCHEMA}.match_key VALUES (17, '\x013c938d828e6e821d2a4d4f3deff3b1');
INSERT INTO {SCHEMA}.match_key VALUES (18, '\x01c563a9d4534edc8a8d4c24a4c14d2f');
INSERT INTO {SCHEMA}.match_key VALUES (19, '\x0144b618f6e84785a369f179f6c2d39a');
INSERT INTO {SCHEMA}.meta VALUES ('format', '1');
INSERT INTO {SCHEMA}.meta VALUES ('last-version', '6');
INSERT INTO {SCHEMA}.meta VALUES ('match-rules', 'limit 500
point 035$a oclc
point 010$a lccn
point 020$a isbn
point 022$a issn');
INSERT INTO {SCHEMA}.record VALUES (1, 1, 'bibliographic', 'n1', 'iso2709', '\xf59152a38598d29c95c0d2ca815e601c', 1, 'Comedy number 1 /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033313563616d206132323030313231206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343230303039323330303030323130303133343635303030313430303135353835323030323430303136391e6e311e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030311e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d656479206e756d6265722031202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f624d61696e1f68505420311f7033311e1d');
INSERT INTO {SCHEMA}.record VALUES (5, 1, 'bibliographic', 'n5', 'iso2709', '\x3b9e69877c957249607dee770ec2a634', 1, 'Comedy number 5 /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033353963616d206132323030313435206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343230303039323330303030323130303133343635303030313430303135353835323030323430303136393837363030313030303139333837363030313030303230331e6e351e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030351e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d656479206e756d6265722035202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f624d61696e1f68505420351f7033351e20201f7035351f74311e20201f7036351f74321e1d');
INSERT INTO {SCHEMA}.record VALUES (6, 1, 'bibliographic', 'n6', 'iso2709', '\x819f8b93bc65079c38611467ba34a081', 1, 'Comedy number 6 /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033393663616d206132323030313435206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343230303039323330303030323130303133343635303030313430303135353835323030323430303136393835323030323530303139333835363030333230303231381e6e361e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030361e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d656479206e756d6265722036202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f624d61696e1f68505420361f7033361e20201f614256411f62416e6e65781f68505420361f7034361e34301f7568747470733a2f2f6578616d706c652e6f72672f361f79526561641e1d');
INSERT INTO {SCHEMA}.record VALUES (7, 1, 'bibliographic', 'n7', 'iso2709', '\xfd1779048e8287a34d021e808f5041e1', 1, 'Comedy number 7 /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033313563616d206132323030313231206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343230303039323330303030323130303133343635303030313430303135353835323030323430303136391e6e371e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030371e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d656479206e756d6265722037202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f624d61696e1f68505420371f7033371e1d');
INSERT INTO {SCHEMA}.record VALUES (8, 1, 'bibliographic', 'n8', 'iso2709', '\x9d45f8784a741187aef13a500bbc134a', 1, 'Comedy number 8 /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033373763616d206132323030313435206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343230303039323330303030323130303133343635303030313430303135353835323030323430303136393835323030323530303139333836363030313330303231381e6e381e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030381e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d656479206e756d6265722038202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f624d61696e1f68505420381f7033381e20201f614256411f62416e6e65781f68505420381f7034381e20301f38301f61762e312d381e1d');
INSERT INTO {SCHEMA}.record VALUES (10, 1, 'holdings', 'h4', 'iso2709', '\xe9a7b5e34b64b4fe78c6bfe30a5cac95', 1, '', '', '', '\x30303136396e79202061323230303038357a6e20343530303030313030303330303030303030343030303330303030333030383030333330303030363835323030323730303033393836363030313730303036361e68341e6e341e39333035313730752020202038202020303030317575656e67303933303531371e30201f614256411f6253746f726167651f684d4620341f7037341e20301f38301f61313939302d323030311e1d');
INSERT INTO {SCHEMA}.record VALUES (12, 2, 'bibliographic', 'c3', 'iso2709', '\x34de14279133cdf589cfecfa97a50708', 2, 'Comedy number 3 /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033353963616d206132323030313333206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343230303039323330303030323130303133343635303030313430303135353835323030323430303136393835363030333230303139331e63331e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030331e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d656479206e756d6265722033202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f624d61696e1f68505420331f7033331e34301f7568747470733a2f2f6578616d706c652e6f72672f331f79526561641e1d');
INSERT INTO {SCHEMA}.record VALUES (2, 1, 'bibliographic', 'n2', 'iso2709', '\x8916bbd3258f462fa69db415cf02c4c0', 3, 'Comedy two, revised /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033353663616d206132323030313333206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343630303039323330303030323130303133383635303030313430303135393835323030323430303137333835323030323530303139371e6e321e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030321e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d6564792074776f2c2072657669736564202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f624d61696e1f68505420321f7033321e20201f614256411f62416e6e65781f68505420321f7034321e1d');
INSERT INTO {SCHEMA}.record VALUES (17, 1, 'bibliographic', 'n9', 'iso2709', '\x9c7e46023f90c34fea90f2dc2f353633', 3, 'Comedy number 9 /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033353963616d206132323030313333206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343230303039323330303030323130303133343635303030313430303135353835323030323430303136393835363030333230303139331e6e391e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030391e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d656479206e756d6265722039202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f624d61696e1f68505420391f7033391e34301f7568747470733a2f2f6578616d706c652e6f72672f391f79526561641e1d');
INSERT INTO {SCHEMA}.record VALUES (9, 1, 'bibliographic', 'n10', 'iso2709', '\x674bb61e4fd4de0ff9067fda7cf457ab', 3, 'Comedy ten, revised /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033323663616d206132323030313231206120343530303030313030303430303030303030383030343130303030343033353030313630303034353130303030333230303036313234353030343630303039333330303030323130303133393635303030313430303136303835363030333030303137341e6e31301e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343031301e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d6564792074656e2c2072657669736564202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e34301f7568747470733a2f2f6f6e6c696e652e6578616d706c652f31301e1d');
INSERT INTO {SCHEMA}.record VALUES (14, 2, 'bibliographic', 'c5', 'iso2709', '\x0dab3651c842771798c9b4859a0e88f4', 4, 'Comedy five, revised /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033363463616d206132323030313435206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343730303039323330303030323130303133393635303030313430303136303835323030323430303137343837363030313030303139383837363030313030303230381e63351e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030351e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d65647920666976652c2072657669736564202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f624d61696e1f68505420351f7033351e20201f7035351f74311e20201f7036351f74321e1d');
INSERT INTO {SCHEMA}.record VALUES (18, 2, 'bibliographic', 'c8', 'iso2709', '\x1fe225b46f719ecb04962c78c21e93b4', 4, 'Comedy number 8 /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033373763616d206132323030313435206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343230303039323330303030323130303133343635303030313430303135353835323030323430303136393835323030323530303139333836363030313330303231381e63381e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030381e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d656479206e756d6265722038202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f624d61696e1f68505420381f7033381e20201f614256411f62416e6e65781f68505420381f7034381e20301f38301f61762e312d381e1d');
INSERT INTO {SCHEMA}.record VALUES (3, 1, 'bibliographic', 'n3', 'iso2709', '\x9aeab3cd429c130a11f7bcc5f7b35529', 5, 'Comedy three, third /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033363863616d206132323030313333206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343630303039323330303030323130303133383635303030313430303135393835323030323930303137333835363030333230303230321e6e331e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030331e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d6564792074687265652c207468697264202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f62456c736577686572651f68505420331f7033331e34301f7568747470733a2f2f6578616d706c652e6f72672f331f79526561641e1d');
INSERT INTO {SCHEMA}.record VALUES (19, 1, 'bibliographic', 'n4', 'iso2709', '\xab1299ff8f6a34cb79bc1d007d4ac0f9', 5, 'Comedy number 4, again /', 'Holberg, Ludvig, 1684-1754', 'Comedies.', '\x303033383463616d206132323030313435206120343530303030313030303330303030303030383030343130303030333033353030313630303034343130303030333230303036303234353030343930303039323330303030323130303134313635303030313430303136323835323030323430303137363835323030323530303230303836363030313330303232351e6e341e3933303531377331393933202020206e79756120202020202020202020303031203020656e6720641e20201f61284f436f4c4329343030341e31201f61486f6c626572672c204c75647669672c1f64313638342d313735341e31301f61436f6d656479206e756d62657220342c20616761696e202f1f636279204c756476696720486f6c626572672e1e20201f6132303020702e203b1f63323420636d2e1e20301f61436f6d65646965732e1e20201f614256411f624d61696e1f68505420341f7033341e20201f614256411f62416e6e65781f68505420341f7034341e20301f38301f61762e312d341e1d');
INSERT INTO {SCHEMA}.rematch VALUES (6, 'limit 500
point 022$a issn
agree 245$a title first 10
point 020$a isbn
agree 245$a title first 10
point 010$a lccn
agree 245$a title first 10
point 245$ab filing
agree leader/06-07 code
agree 245$h words first 10
agree 245$p words first 10
agree 100|110|111$a words first 100
agree 260|264$b any-word of 5
agree 260|264$c year', 'limit 500
point 035$a oclc
point 010$a lccn
point 020$a isbn
point 022$a issn', '');
INSERT INTO {SCHEMA}.review VALUES ('title-differs', 'bva/n3', 3);
INSERT INTO {SCHEMA}.review VALUES ('title-differs', 'bva/n5', 14);
INSERT INTO {SCHEMA}.review VALUES ('title-differs', 'bva/n5', 5);
INSERT INTO {SCHEMA}.review VALUES ('title-differs', 'bva/n3', 12);
INSERT INTO {SCHEMA}.seal VALUES ('history', 1, '\x705fd516f021676cb107f65191d812e3');
INSERT INTO {SCHEMA}.seal VALUES ('version', 1, '\x5ac653c326fea8a5125c65760ba9330c');
INSERT INTO {SCHEMA}.seal VALUES ('history', 2, '\xd31b896929210fb1fb2a9a8a764025fb');
INSERT INTO {SCHEMA}.seal VALUES ('version', 2, '\x2be4c895b0db71046958b4a1c0eea5d1');
INSERT INTO {SCHEMA}.seal VALUES ('history', 3, '\xf004b4178f99f4fedef3b20a60097bd4');
INSERT INTO {SCHEMA}.seal VALUES ('version', 3, '\x3cf78ed2398d6ad5597813e35f3f4781');
INSERT INTO {SCHEMA}.seal VALUES ('contributor', 2, '\x63dc50b28d1b5034ee7ee3d414e9f17c');
INSERT INTO {SCHEMA}.seal VALUES ('history', 4, '\x57c8a1017655028833aa5cbfee5842a5');
INSERT INTO {SCHEMA}.seal VALUES ('version', 4, '\xdc0d625e3f2ac67a1f25404c8b6bf1a6');
INSERT INTO {SCHEMA}.seal VALUES ('contributor', 1, '\x7f06d6e911bb303ce5d367836514dd31');
INSERT INTO {SCHEMA}.seal VALUES ('history', 5, '\x96a968ff9a261028b70052f1fdc5ec38');
INSERT INTO {SCHEMA}.seal VALUES ('version', 5, '\xfe880a6111345ff8cc8838624310fdbf');
INSERT INTO {SCHEMA}.seal VALUES ('version', 6, '\xb8a0e51cf7c60ae057f44493e72f9c1c');
INSERT INTO {SCHEMA}.seal VALUES ('history', 6, '\x99aa06d3014798d86001c324468d497f');
INSERT INTO {SCHEMA}.seal VALUES ('rematch', 6, '\xb0b4934186dcd12984eeb8d27d8c51a5');
INSERT INTO {SCHEMA}.search VALUES (1, '''1'':3 ''comedy'':1 ''number'':2', '''1684'':3 ''1754'':4 ''holberg'':1 ''ludvig'':2', '''comedies'':1');
INSERT INTO {SCHEMA}.search VALUES (5, '''5'':3 ''comedy'':1 ''number'':2', '''1684'':3 ''1754'':4 ''holberg'':1 ''ludvig'':2', '''comedies'':1');
INSERT INTO {SCHEMA}.search VALUES (6, '''6'':3 ''comedy'':1 ''number'':2', '''1684'':3 ''1754'':4 ''holberg'':1 ''ludvig'':2', '''comedies'':1');
INSERT INTO {SCHEMA}.search VALUES (7, '''7'':3 ''comedy'':1 ''number'':2', '''1684'':3 ''1754'':4 ''holberg'':1 ''ludvig'':2', '''comedies'':1');
INSERT INTO {SCHEMA}.search VALUES (8, '''8'':3 ''comedy'':1 ''number'':2', '''1684'':3 ''1754'':4 ''holberg'':1 ''ludvig'':2', '''comedies'':1');
INSERT INTO {SCHEMA}.search VALUES (10, '', '', '');
INSERT INTO {SCHEMA}.search VALUES (12, '''3'':3 ''comedy'':1 ''number'':2', '''1684'':3 ''1754'':4 ''holberg'':1 ''ludvig'':2', '''comedies'':1');
INSERT INTO {SCHEMA}.search VALUES (2, '''comedy'':1 ''revised'':3 ''two'':2', '''1684'':3 ''1754'':4 ''holberg'':1 ''ludvig'':2', '''comedies'':1');
INSERT INTO {SCHEMA}.search VALUES (17, '''9'':3 ''comedy'':1 ''number'':2', '''1684'':3 ''1754'':4 ''holberg'':1 ''ludvig'':2', '''comedies'':1');
INSERT INTO {SCHEMA}.search VALUES (9, '''comedy'':1 ''revised'':3 ''ten'':2', '''1684'':3 ''1754'':4 ''holberg'':1 ''ludvig'':2', '''comedies'':1');
INSERT INTO {SCHEMA}.search VALUES (14, '''comedy'':1 ''five'':2 ''revised'':3', '''1684'':3 ''1754'':4 ''holberg'':1 ''ludvig'':2', '''comedies'':1');
INSERT INTO {SCHEMA}.search VALUES (18, '''8'':3 ''comedy'':1 ''number'':2', '''1684'':3 ''1754'':4 ''holberg'':1 ''ludvig'':2', '''comedies'':1');
INSERT INTO {SCHEMA}.search VALUES (3, '''comedy'':1 ''third'':3 ''three'':2', '''1684'':3 ''1754'':4 ''holberg'':1 ''ludvig'':2', '''comedies'':1');
INSERT INTO {SCHEMA}.search VALUES (19, '''4'':3 ''again'':4 ''comedy'':1 ''number'':2', '''1684'':3 ''1754'':4 ''holberg'':1 ''ludvig'':2', '''comedies'':1');
INSERT INTO {SCHEMA}.version VALUES (1, 1, '2026-01', 'full', '637d2e61929eec5b64dcc526a402e869', 'fdccdf030a617d13ef27d4394419c2b1 770b9acc50d6e7bcf895f1e8f06281c1', 11, 0, 0, 0, 0, 0, 0, 11, '0:00000000000000000000000000000000 0:00000000000000000000000000000000 0:00000000000000000000000000000000', '{"counts":{"absent":0,"clusters-joined":0,"clusters-split":0,"rows-after":11,"rows-before":0},"defects":{"byAction":{},"byCode":{},"bySeverity":{},"recordsByCode":{}},"dispositions":{"added":11},"input":"fdccdf030a617d13ef27d4394419c2b1 770b9acc50d6e7bcf895f1e8f06281c1","output":"","recordsIn":11,"repaired":0,"stage":"install","unreadable":0}', '{"checked":{"absent-records-are-gone":11,"books-balance":5,"clusters-are-those-of-the-records":9,"deleted-records-are-gone":0,"every-record-is-there":11,"holdings-have-their-record":0,"known-items-are-found":11,"nothing-else-changed":0,"rejected-is-not-absent":0,"sums-agree":3},"passed":true,"submissionDefects":{"byAction":{"noted":9},"byCode":{"validate.final-punctuation-missing":9},"bySeverity":{"info":9},"recordsByCode":{"validate.final-punctuation-missing":9}},"summary":{"counts":{"defects-fixed":0,"defects-new":0,"defects-persisting":0},"defects":{"byAction":{},"byCode":{},"bySeverity":{},"recordsByCode":{}},"dispositions":{"added":11},"input":"fdccdf030a617d13ef27d4394419c2b1 770b9acc50d6e7bcf895f1e8f06281c1","output":"","recordsIn":11,"repaired":0,"stage":"inspect","unreadable":0},"trend":{"fixed":{},"new":{},"persisting":{}}}');
INSERT INTO {SCHEMA}.version VALUES (2, 2, '2026-01', 'full', 'fa2b3f2a66b11ef22d3b71101367188b', '5e271b8d271ecb905597c4b64f6c150b 34e7044e94dd613e7968f0211554dd58', 5, 0, 0, 0, 0, 0, 0, 5, '0:00000000000000000000000000000000 0:00000000000000000000000000000000 0:00000000000000000000000000000000', '{"counts":{"absent":0,"clusters-joined":0,"clusters-split":0,"rows-after":5,"rows-before":0},"defects":{"byAction":{},"byCode":{},"bySeverity":{},"recordsByCode":{}},"dispositions":{"added":5},"input":"5e271b8d271ecb905597c4b64f6c150b 34e7044e94dd613e7968f0211554dd58","output":"","recordsIn":5,"repaired":0,"stage":"install","unreadable":0}', '{"checked":{"absent-records-are-gone":5,"books-balance":5,"clusters-are-those-of-the-records":5,"deleted-records-are-gone":0,"every-record-is-there":5,"holdings-have-their-record":0,"known-items-are-found":5,"nothing-else-changed":1,"rejected-is-not-absent":0,"sums-agree":3},"passed":true,"submissionDefects":{"byAction":{"noted":5},"byCode":{"validate.final-punctuation-missing":5},"bySeverity":{"info":5},"recordsByCode":{"validate.final-punctuation-missing":5}},"summary":{"counts":{"defects-fixed":0,"defects-new":0,"defects-persisting":0},"defects":{"byAction":{},"byCode":{},"bySeverity":{},"recordsByCode":{}},"dispositions":{"added":5},"input":"5e271b8d271ecb905597c4b64f6c150b 34e7044e94dd613e7968f0211554dd58","output":"","recordsIn":5,"repaired":0,"stage":"inspect","unreadable":0},"trend":{"fixed":{},"new":{},"persisting":{}}}');
INSERT INTO {SCHEMA}.version VALUES (3, 1, '2026-W05', 'changes', '0d81b71518af09c68767d43d559e540a', '324fbeb7dee50fe5f32239a622d2cab0 f84ae90c004360cb19cee8586c030803', 1, 3, 0, 1, 1, 0, 11, 11, '11:809f25c6eb77da91e2f79f8b5b83a8ef 14:fed79e2c1c254dfbb71fccf28315a5d1 9:7a43f25b56ff2453d3febc0312f97d28', '{"counts":{"absent":0,"clusters-joined":0,"clusters-split":0,"rows-after":11,"rows-before":11},"defects":{"byAction":{"noted":1},"byCode":{"install.delete-not-held":1},"bySeverity":{"info":1},"recordsByCode":{"install.delete-not-held":1}},"dispositions":{"added":1,"delete-not-held":1,"deleted":1,"replaced":3},"input":"324fbeb7dee50fe5f32239a622d2cab0 f84ae90c004360cb19cee8586c030803","output":"","recordsIn":6,"repaired":0,"stage":"install","unreadable":0}', '{"checked":{"absent-records-are-gone":0,"books-balance":5,"clusters-are-those-of-the-records":4,"deleted-records-are-gone":2,"every-record-is-there":4,"holdings-have-their-record":1,"known-items-are-found":4,"nothing-else-changed":1,"rejected-is-not-absent":0,"sums-agree":3},"passed":true,"submissionDefects":{"byAction":{"noted":4},"byCode":{"validate.final-punctuation-missing":4},"bySeverity":{"info":4},"recordsByCode":{"validate.final-punctuation-missing":4}},"summary":{"counts":{"defects-fixed":5,"defects-new":0,"defects-persisting":4},"defects":{"byAction":{},"byCode":{},"bySeverity":{},"recordsByCode":{}},"dispositions":{"added":1,"delete-not-held":1,"deleted":1,"replaced":3},"input":"324fbeb7dee50fe5f32239a622d2cab0 f84ae90c004360cb19cee8586c030803","output":"","recordsIn":6,"repaired":0,"stage":"inspect","unreadable":0},"trend":{"fixed":{"validate.final-punctuation-missing":5},"new":{},"persisting":{"validate.final-punctuation-missing":4}}}');
INSERT INTO {SCHEMA}.version VALUES (6, 0, '2026-11-26', 'rematch', '', '', 0, 0, 0, 0, 0, 0, 14, 14, '', '', '');
INSERT INTO {SCHEMA}.version VALUES (4, 2, '2026-02', 'full', 'c04bd3bd93fbd8c2e24c19b591a703d5', '1e2e4b3e332973b8a107221b4955e7cd 42f7e22a01180fc0580b5bfde968bbc2', 1, 1, 1, 0, 0, 3, 5, 3, '5:8b2e5b5e92521254b67b8dcaf49cb01b 7:37d98a5f6b78bc543e26d6a7ff2c4fb8 5:7dc259e96d85ae24039e64d8eb8fe1b4', '{"counts":{"absent":3,"clusters-joined":0,"clusters-split":0,"rows-after":3,"rows-before":5},"defects":{"byAction":{},"byCode":{},"bySeverity":{},"recordsByCode":{}},"dispositions":{"added":1,"replaced":1,"unchanged":1},"input":"1e2e4b3e332973b8a107221b4955e7cd 42f7e22a01180fc0580b5bfde968bbc2","output":"","recordsIn":3,"repaired":0,"stage":"install","unreadable":0}', '{"checked":{"absent-records-are-gone":3,"books-balance":5,"clusters-are-those-of-the-records":2,"deleted-records-are-gone":0,"every-record-is-there":3,"holdings-have-their-record":3,"known-items-are-found":2,"nothing-else-changed":1,"rejected-is-not-absent":0,"sums-agree":3},"passed":true,"submissionDefects":{"byAction":{"noted":3},"byCode":{"validate.final-punctuation-missing":3},"bySeverity":{"info":3},"recordsByCode":{"validate.final-punctuation-missing":3}},"summary":{"counts":{"defects-fixed":2,"defects-new":0,"defects-persisting":3},"defects":{"byAction":{},"byCode":{},"bySeverity":{},"recordsByCode":{}},"dispositions":{"added":1,"replaced":1,"unchanged":1},"input":"1e2e4b3e332973b8a107221b4955e7cd 42f7e22a01180fc0580b5bfde968bbc2","output":"","recordsIn":3,"repaired":0,"stage":"inspect","unreadable":0},"trend":{"fixed":{"validate.final-punctuation-missing":2},"new":{},"persisting":{"validate.final-punctuation-missing":3}}}');
INSERT INTO {SCHEMA}.version VALUES (5, 1, '2026-W06', 'changes', '460228e603757c3e5c709cda616600c5', '3707d91418aa0655594d384bb3d4a66a f5d8af4ca1ef2c0f2e808db421b17f7f', 1, 1, 0, 1, 0, 0, 11, 11, '11:b07e2712cf147aa5f7d423f3cff3ab40 13:1067ca95403a2fb846963a333c1de303 9:4f8cfd51010ed2e41527377f55e5166c', '{"counts":{"absent":0,"clusters-joined":0,"clusters-split":0,"rows-after":11,"rows-before":11},"defects":{"byAction":{},"byCode":{},"bySeverity":{},"recordsByCode":{}},"dispositions":{"added":1,"deleted":1,"replaced":1},"input":"3707d91418aa0655594d384bb3d4a66a f5d8af4ca1ef2c0f2e808db421b17f7f","output":"","recordsIn":3,"repaired":0,"stage":"install","unreadable":0}', '{"checked":{"absent-records-are-gone":0,"books-balance":5,"clusters-are-those-of-the-records":2,"deleted-records-are-gone":1,"every-record-is-there":2,"holdings-have-their-record":1,"known-items-are-found":2,"nothing-else-changed":1,"rejected-is-not-absent":0,"sums-agree":3},"passed":true,"submissionDefects":{"byAction":{"noted":2},"byCode":{"validate.final-punctuation-missing":2},"bySeverity":{"info":2},"recordsByCode":{"validate.final-punctuation-missing":2}},"summary":{"counts":{"defects-fixed":2,"defects-new":0,"defects-persisting":2},"defects":{"byAction":{},"byCode":{},"bySeverity":{},"recordsByCode":{}},"dispositions":{"added":1,"deleted":1,"replaced":1},"input":"3707d91418aa0655594d384bb3d4a66a f5d8af4ca1ef2c0f2e808db421b17f7f","output":"","recordsIn":3,"repaired":0,"stage":"inspect","unreadable":0},"trend":{"fixed":{"validate.final-punctuation-missing":2},"new":{},"persisting":{"validate.final-punctuation-missing":2}}}');
ALTER TABLE ONLY {SCHEMA}.change
    ADD CONSTRAINT change_pkey PRIMARY KEY (id);
ALTER TABLE ONLY {SCHEMA}.checksum
    ADD CONSTRAINT checksum_pkey PRIMARY KEY (contributor, table_name);
ALTER TABLE ONLY {SCHEMA}.contributor
    ADD CONSTRAINT contributor_pkey PRIMARY KEY (id);
ALTER TABLE ONLY {SCHEMA}.contributor
    ADD CONSTRAINT contributor_symbol_key UNIQUE (symbol);
ALTER TABLE ONLY {SCHEMA}.meta
    ADD CONSTRAINT meta_pkey PRIMARY KEY (key);
ALTER TABLE ONLY {SCHEMA}.rematch
    ADD CONSTRAINT rematch_pkey PRIMARY KEY (version);
ALTER TABLE ONLY {SCHEMA}.seal
    ADD CONSTRAINT seal_pkey PRIMARY KEY (table_name, id);
ALTER TABLE ONLY {SCHEMA}.version
    ADD CONSTRAINT version_pkey PRIMARY KEY (id);
CREATE INDEX cluster_master ON {SCHEMA}.cluster USING btree (master);
CREATE UNIQUE INDEX cluster_record ON {SCHEMA}.cluster USING btree (record);
CREATE INDEX history_version ON {SCHEMA}.history USING btree (version);
CREATE INDEX holding_record ON {SCHEMA}.holding USING btree (record, number);
CREATE INDEX identifier_record ON {SCHEMA}.identifier USING btree (record);
CREATE INDEX identifier_value ON {SCHEMA}.identifier USING btree ("left"(value, 100), type);
CREATE INDEX match_key_record ON {SCHEMA}.match_key USING btree (record);
CREATE INDEX match_key_value ON {SCHEMA}.match_key USING btree (key, record);
CREATE UNIQUE INDEX record_id ON {SCHEMA}.record USING btree (id);
CREATE UNIQUE INDEX record_identity ON {SCHEMA}.record USING btree (contributor, "left"(control_number, 100), kind, hashtextextended(control_number, (0)::bigint));
CREATE UNIQUE INDEX review_reason ON {SCHEMA}.review USING btree (kind, md5(evidence), record);
CREATE INDEX review_record ON {SCHEMA}.review USING btree (record);
CREATE UNIQUE INDEX search_record ON {SCHEMA}.search USING btree (record);
CREATE INDEX search_words ON {SCHEMA}.search USING gin (title, author, subject);
