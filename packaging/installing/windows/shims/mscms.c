/* For tests under Wine only, never shipped: see README.md. No screen has a colour profile. */
#include <windows.h>

#define SHIM __declspec(dllexport)

SHIM HANDLE WINAPI OpenColorProfileW(void *profile, DWORD access, DWORD sharing, DWORD creation)
{
    (void)profile, (void)access, (void)sharing, (void)creation;
    return NULL;
}
SHIM BOOL WINAPI CloseColorProfile(HANDLE profile) { (void)profile; return TRUE; }
SHIM BOOL WINAPI GetColorProfileFromHandle(HANDLE profile, BYTE *buffer, DWORD *size)
{
    (void)profile, (void)buffer, (void)size;
    return FALSE;
}
SHIM HANDLE WINAPI WcsCreateIccProfile(HANDLE profile, DWORD options) { (void)profile, (void)options; return NULL; }
