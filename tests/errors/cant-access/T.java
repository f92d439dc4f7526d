class T { Bad b; }
