class T { void m() {} }
