/* For tests under Wine only, never shipped: see README.md. Converters of ICU that know no encoding at all. */
#define SHIM __declspec(dllexport)
#define NO_SUCH_FILE 4 /* U_FILE_ACCESS_ERROR: Qt then does without */

SHIM void *ucnv_open(const char *name, int *error)
{
    (void)name;
    if (error)
        *error = NO_SUCH_FILE;
    return 0;
}

SHIM int ucnv_countAvailable(void) { return 0; }
SHIM const char *ucnv_getAvailableName(int index) { (void)index; return 0; }
SHIM const char *ucnv_getStandardName(const char *name, const char *standard, int *error)
{
    (void)name;
    (void)standard;
    (void)error;
    return 0;
}
SHIM const char *ucnv_getName(const void *converter, int *error) { (void)converter; (void)error; return ""; }
SHIM signed char ucnv_getMaxCharSize(const void *converter) { (void)converter; return 1; }
SHIM int ucnv_toUCountPending(const void *converter, int *error) { (void)converter; (void)error; return 0; }

/* These are given a converter, and there never is one. */
SHIM void ucnv_close(void *converter) { (void)converter; }
SHIM void ucnv_reset(void *converter) { (void)converter; }
SHIM void ucnv_toUnicode(void) {}
SHIM void ucnv_fromUnicode(void) {}
SHIM void ucnv_getToUCallBack(void) {}
SHIM void ucnv_setToUCallBack(void) {}
SHIM void ucnv_setFromUCallBack(void) {}
SHIM void ucnv_cbToUWriteUChars(void) {}
SHIM void ucnv_cbFromUWriteUChars(void) {}
SHIM void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
SHIM void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
