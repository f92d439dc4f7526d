enum E { A }
class T extends E { }
