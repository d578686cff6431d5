// The MARC 21 formats as text, compiled in. The texts in data/ are written by make_tables.py.
#include "CMARC21Tables.h"

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char bibliographic[] = {
#embed "data/bibliographic.txt"
};
static const unsigned char holdings[] = {
#embed "data/holdings.txt"
};
static const unsigned char authority[] = {
#embed "data/authority.txt"
};
static const unsigned char codelists[] = {
#embed "data/codelists.txt"
};
static const unsigned char formatlists[] = {
#embed "data/formatlists.txt"
};
static const unsigned char rda[] = {
#embed "data/rda.txt"
};
static const unsigned char local[] = {
#embed "data/local.txt"
};

#pragma clang diagnostic pop

#define TEXT(name) \
    struct marc21_text marc21_##name(void) { \
        struct marc21_text text = { name, sizeof name }; \
        return text; \
    }

TEXT(bibliographic)
TEXT(holdings)
TEXT(authority)
TEXT(codelists)
TEXT(formatlists)
TEXT(rda)
TEXT(local)
