class T { }
int x;
