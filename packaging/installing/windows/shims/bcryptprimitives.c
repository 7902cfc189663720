/* For tests under Wine only, never shipped: see README.md. Random bytes, from the call that Wine does have. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID bytes, ULONG count); /* RtlGenRandom, in advapi32 */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count)
{
    while (count > 0) {
        ULONG now = count > 65536 ? 65536 : (ULONG)count;
        if (!SystemFunction036(bytes, now))
            return FALSE;
        bytes += now;
        count -= now;
    }
    return TRUE;
}
