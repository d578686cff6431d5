#pragma once
// libxml2 made with ICU would bring in ICU's headers, which Foundation has too, in another version: the two definitions
// clash in every module that sees both. What they add to libxml2's structures is at their end and used by nobody here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/encoding.h>
#include <libxml/xmlerror.h>
