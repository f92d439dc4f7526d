import missing.pkg.Name;
class T { }
